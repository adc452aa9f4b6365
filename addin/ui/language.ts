import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Language } from '../text/language.ts'
import { paneTexts } from '../text/pane-texts.ts'
import type { Text } from '../text/pl.ts'

/** The language of everything below; the entry of each face sets it, once its sentences are there. */
export const LanguageContext = createContext<Language>('pl')

/** The language to speak here. */
export function useLanguage(): Language {
  return useContext(LanguageContext)
}

/** The sentences in the language to speak here. */
export function useText(): Text {
  return paneTexts.in(useLanguage())
}
