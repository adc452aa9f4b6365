/** Keys by WebDriver's code points. */
export const keys = { tab: '\uE004' }
