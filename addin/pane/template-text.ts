import { draftTemplatesEn } from '../text/draft-templates-en.ts'
import { type DraftTemplatesText, draftTemplatesPl } from '../text/draft-templates-pl.ts'
import { useLanguage } from '../ui/language.ts'

/** What is said of templates while a mail is written, in the reader's language. */
export function useTemplateText(): DraftTemplatesText {
  return useLanguage() === 'pl' ? draftTemplatesPl : draftTemplatesEn
}
