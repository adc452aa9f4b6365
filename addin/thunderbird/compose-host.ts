import { ask } from '../host/ask-background.ts'
import type { MailHost } from '../host/mail-host.ts'
import { thunderbirdHost } from '../host/thunderbird.ts'
import { keepMeant, readDraft } from './draft.ts'
import { insertIntoDraft } from './insert.ts'

/** Recipients are not told of when they change, so they are looked at. */
const LOOK_MS = 1_000

/** Thunderbird as seen by the pop-up of a composer. */
export function composeHost(tab: number): MailHost {
  const listeners = new Set<() => void>()
  const tell = () => {
    for (const listener of listeners) listener()
  }

  return {
    ...thunderbirdHost(),
    openMessage: async () => null,
    onOpenMessageChange(listener) {
      listeners.add(listener)
      const timer = setInterval(listener, LOOK_MS)
      return () => {
        clearInterval(timer)
        listeners.delete(listener)
      }
    },
    whatElse: async () => ({ is: 'draft', draft: await readDraft(tab) }),
    draft: {
      async mean(meant) {
        await keepMeant(tab, meant)
        tell()
      },
      async setSubject(subject) {
        await messenger.compose.setComposeDetails(tab, { subject })
        tell()
      },
      insert: words => insertIntoDraft(tab, words),
      // The background adds the token, and has none of the bytes travel through this page.
      attach: (name, path, { method, headers }) =>
        ask<'attach'>({ ask: 'attach', tab, name, path, request: { method, headers } }),
    },
  }
}
