import { templatesEn } from './templates-en.ts'
import { templatesPl } from './templates-pl.ts'

/** The sentences of the page of templates; it brings them along. */
export const templatesText = { pl: templatesPl, en: templatesEn }
