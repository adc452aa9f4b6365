import { rollOutEn } from './roll-out-en.ts'
import { rollOutPl } from './roll-out-pl.ts'

/** These sentences travel with their pages. */
export const rollOutText = { pl: rollOutPl, en: rollOutEn }
