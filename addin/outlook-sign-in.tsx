import { render } from 'preact'
import { browserHost } from './host/browser.ts'
import type { HostStorage, MailHost } from './host/mail-host.ts'
import { isInOutlook, outlookUser, tellPane } from './host/outlook.ts'
import { SignInWindow } from './outlook/sign-in-window.tsx'
import { languageOf } from './text/language.ts'
import { paneTexts } from './text/pane-texts.ts'
import './ui/theme.css'
import './ui/components.css'
import './app/app.css'

/** Starts the window that Outlook opens for signing in. */
async function start(root: HTMLElement) {
  const address = location.hash
  if (!(await isInOutlook())) return showElsewhere(root)
  const host: MailHost = { ...browserHost(), language: outlookUser.language, storage: forgetful() }
  render(<SignInWindow host={host} address={address} deliver={tellPane} />, root)
}

/** The session that is begun here is handed over; nothing of it shall stay in the browser. */
function forgetful(): HostStorage {
  const kept = new Map<string, string>()
  return {
    read: async key => kept.get(key) ?? null,
    write: async (key, value) => void kept.set(key, value),
    remove: async key => void kept.delete(key),
  }
}

/** Opened in a browser, this page has nothing to stand beside. */
async function showElsewhere(root: HTMLElement) {
  const { NotInOutlook } = await import('./outlook/not-in-outlook.tsx')
  await paneTexts.load(languageOf(navigator.language))
  render(<NotInOutlook />, root)
}

const root = document.getElementById('app')
if (root) void start(root)
