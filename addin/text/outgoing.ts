import { outgoingEn } from './outgoing-en.ts'
import { outgoingPl } from './outgoing-pl.ts'

/** These sentences travel with their pages. */
export const outgoingText = { pl: outgoingPl, en: outgoingEn }
