import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Me } from '../../shared/user.ts'
import type { BrowserHost } from '../host/browser.ts'
import type { AdminPagesText } from '../text/admin-pages-pl.ts'
import type { AppText } from '../text/app-pl.ts'
import { adminTexts, appTexts } from '../text/app-texts.ts'
import { useLanguage } from '../ui/language.ts'

/** What every page stands in: the way to the server, and who is signed in. */
export interface Surroundings {
  host: BrowserHost
  me: Me
}

const SurroundingsContext = createContext<Surroundings | null>(null)

/** Hands the surroundings to all pages below. */
export const SurroundingsProvider = SurroundingsContext.Provider

/** The surroundings of the page that is being drawn. */
export function useSurroundings(): Surroundings {
  const surroundings = useContext(SurroundingsContext)
  if (!surroundings) throw new Error('a page stands outside the application')
  return surroundings
}

/** The sentences of the pages, in the language to speak here. */
export function useAppText(): AppText {
  return appTexts.in(useLanguage())
}

/** The same with those of administration, for pages that are loaded together with them. */
export function useAdminText(): AppText & AdminPagesText {
  return adminTexts.in(useLanguage())
}
