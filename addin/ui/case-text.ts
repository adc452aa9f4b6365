import { caseActsEn } from '../text/case-acts-en.ts'
import { type CaseActsText, caseActsPl } from '../text/case-acts-pl.ts'
import { useLanguage } from './language.ts'

/** What is said of opening, closing and handing over, in the reader's language; it travels with the parts that say it. */
export function useCaseText(): CaseActsText {
  return useLanguage() === 'pl' ? caseActsPl : caseActsEn
}
