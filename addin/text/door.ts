import { doorEn } from './door-en.ts'
import { doorPl } from './door-pl.ts'

/** These sentences travel with the pages before the door, which who is signed in does not see. */
export const doorText = { pl: doorPl, en: doorEn }
