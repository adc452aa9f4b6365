import { type Language, languageOf } from '../text/language.ts'

/** The looks that a reader may choose. */
export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

/** What a reader chose on this device; what he did not choose is undefined. */
export interface Preferences {
  language?: Language
  theme?: Theme
}

const KEY = 'lupa-preferences'

/** Reads the choices kept on this device. A browser that keeps nothing is no reason to fail. */
export function readPreferences(): Preferences {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}')
    return typeof kept === 'object' && kept !== null ? readKnown(kept as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}

/** Keeps the choices on this device. */
export function writePreferences(preferences: Preferences) {
  try {
    localStorage.setItem(KEY, JSON.stringify(preferences))
  } catch {
    // Storage may be full or forbidden; the choice then lasts until the page is closed.
  }
}

/** The language to speak: the one chosen here, the one of the account, or the browser's. */
export function chooseLanguage(chosen: Language | undefined, account: Language | undefined, browser: string): Language {
  return chosen ?? account ?? languageOf(browser)
}

/** Tells the style sheet which look is wanted. */
export function applyTheme(theme: Theme, root: HTMLElement) {
  if (theme === 'system') delete root.dataset.theme
  else root.dataset.theme = theme
}

function readKnown(kept: Record<string, unknown>): Preferences {
  const { language } = kept
  const theme = themes.find(known => known === kept.theme)
  return { ...((language === 'pl' || language === 'en') && { language }), ...(theme && { theme }) }
}
