import type { Draft, MailHost } from '../host/mail-host.ts'

/** The draft as it is at this moment: mail programs do not tell of every letter of its subject. Fails when another is open. */
export async function draftNow(host: MailHost, draft: Draft): Promise<Draft> {
  const found = await host.whatElse?.()
  if (found?.is !== 'draft' || found.draft.id !== draft.id) throw new Error('another draft is open')
  return found.draft
}
