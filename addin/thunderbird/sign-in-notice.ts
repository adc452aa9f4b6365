import { ask } from '../host/ask-background.ts'
import css from './sign-in-notice.css?inline'

/** Says that nobody is signed in and leads to the settings. Returns how to remove it. */
export function showSignInNotice(root: ShadowRoot): () => void {
  const style = document.createElement('style')
  style.textContent = css
  const words = document.createElement('p')
  words.textContent = messenger.i18n.getMessage('signedOut')
  const button = document.createElement('button')
  button.type = 'button'
  button.textContent = messenger.i18n.getMessage('openSettings')
  button.addEventListener('click', () => void ask<'open-settings'>({ ask: 'open-settings' }))
  root.append(style, words, button)
  return () => root.replaceChildren()
}
