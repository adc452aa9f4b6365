import type { MailboxDraft } from '../admin/mailbox-draft.ts'
import { alsoForget } from '../app/kept-answers.ts'

let typed: MailboxDraft | undefined
alsoForget(forgetTypedMailbox)

/** What was typed of a mailbox that is not added yet: whoever looks after the contractors in between finds it again. */
export function typedMailbox(): MailboxDraft | undefined {
  return typed
}

/** Keeps what is typed. A secret is typed anew. */
export function keepTypedMailbox(draft: MailboxDraft) {
  typed = { ...draft, password: '' }
}

/** Forgets it, since the mailbox is added or another reader may follow. */
export function forgetTypedMailbox() {
  typed = undefined
}
