import { startEn } from './start-en.ts'
import { startPl } from './start-pl.ts'

/** These sentences travel with their pages. */
export const startText = { pl: startPl, en: startEn }
