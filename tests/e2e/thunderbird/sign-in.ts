import type { Thunderbird } from './thunderbird.ts'
import { until } from './until.ts'

/** Signs in from the settings page as a person does, and closes it. The panel beside a mail must be on screen. */
export async function signIn(thunderbird: Thunderbird, me: { email: string; password: string }, words: Words) {
  await thunderbird.clickInPanel('button', words.open)
  await thunderbird.clickInPage('options.html', 'textbox', words.email)
  await thunderbird.type(me.email)
  await thunderbird.clickInPage('options.html', 'textbox', words.password)
  await thunderbird.type(me.password)
  await thunderbird.clickInPage('options.html', 'button', words.signIn)

  const isSignedIn = () =>
    thunderbird.inPage('options.html', () => document.querySelector('#signed-in')?.checkVisibility() === true)
  await until('the settings page to say so', isSignedIn)
  await thunderbird.privileged(closeTab)
}

/** What the settings page reads in one language. */
export interface Words {
  open: string
  email: string
  password: string
  signIn: string
}

export const polish = { open: 'Otwórz ustawienia', email: 'Adres e-mail', password: 'Hasło', signIn: 'Zaloguj się' }
export const english = { open: 'Open settings', email: 'E-mail address', password: 'Password', signIn: 'Sign in' }

interface Tabmail {
  currentTabInfo: object
  closeTab(tab: object): void
}

async function closeTab(): Promise<void> {
  const { document } = globalThis as unknown as { document: Document }
  const tabs = document.getElementById('tabmail') as unknown as Tabmail
  tabs.closeTab(tabs.currentTabInfo)
}
