import { besideEn } from '../text/beside-en.ts'
import { type BesideText, besidePl } from '../text/beside-pl.ts'
import { useLanguage } from '../ui/language.ts'

/** Sentences of those parts of the pane that are loaded only when they are needed, in the reader's language. */
export function useBesideText(): BesideText {
  return useLanguage() === 'pl' ? besidePl : besideEn
}
