import { forgottenEn } from './forgotten-en.ts'
import { forgottenPl } from './forgotten-pl.ts'

/** These sentences travel with the form. */
export const forgottenText = { pl: forgottenPl, en: forgottenEn }
