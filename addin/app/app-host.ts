import { type BrowserHost, browserHost } from '../host/browser.ts'
import { chooseLanguage, readPreferences } from './preferences.ts'
import { go } from './visit.ts'

/**
 * The browser as the application sees it, and as the pane within the application: pages open in this very window,
 * and the language is the one chosen here.
 */
export function openAppHost(): BrowserHost {
  return {
    ...browserHost(),
    language: () => chooseLanguage(readPreferences().language, undefined, navigator.language),
    async openPage(path) {
      go(path.slice(path.indexOf('#')))
    },
  }
}
