import { wakeBackground } from './inside-thunderbird.ts'
import type { Thunderbird } from './thunderbird.ts'
import { until } from './until.ts'
import type { Person, World } from './world.ts'

/** Signs in from the settings page as a person does, and closes it. The panel beside a mail must be on screen. */
export async function signIn(thunderbird: Thunderbird, me: Person, words: Words) {
  await thunderbird.clickInPanel('button', words.open)
  await signInOnSettings(thunderbird, me, words)
}

/** Signs in where nobody is, so that a story that failed to sign in fails alone. */
export async function seeToSignedIn({ thunderbird, me }: Pick<World, 'thunderbird' | 'me'>, words: Words) {
  await thunderbird.privileged(wakeBackground, 'lupa@lupa.addon')
  if (await thunderbird.inBackground(isSignedIn)) return
  await thunderbird.inBackground(openSettings)
  await signInOnSettings(thunderbird, me, words)
}

async function signInOnSettings(thunderbird: Thunderbird, me: Person, words: Words) {
  await thunderbird.clickInPage('options.html', 'textbox', words.email)
  await thunderbird.type(me.email)
  await thunderbird.clickInPage('options.html', 'textbox', words.password)
  await thunderbird.type(me.password)
  await thunderbird.clickInPage('options.html', 'button', words.signIn)

  const saysSo = () =>
    thunderbird.inPage('options.html', () => document.querySelector('#signed-in')?.checkVisibility() === true)
  await until('the settings page to say so', saysSo)
  await thunderbird.privileged(closeTab)
}

// biome-ignore-start lint/suspicious/noExplicitAny: these run inside the extension, where its globals live.
async function isSignedIn(): Promise<boolean> {
  const { refresh } = await (globalThis as any).messenger.storage.local.get('refresh')
  return typeof refresh === 'string'
}

function openSettings(): Promise<void> {
  return (globalThis as any).messenger.runtime.openOptionsPage()
}
// biome-ignore-end lint/suspicious/noExplicitAny: see above

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
