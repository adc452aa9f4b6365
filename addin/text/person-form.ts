import { personFormEn } from './person-form-en.ts'
import { personFormPl } from './person-form-pl.ts'

/** The sentences of the form with a contact person; it brings them along. */
export const personFormText = { pl: personFormPl, en: personFormEn }
