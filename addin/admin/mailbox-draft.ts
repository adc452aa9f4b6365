import type { HealthText } from '../text/health-pl.ts'
import type { MailboxDraft, MailboxFaults } from './mailbox-fields.tsx'

const IMAPS_PORT = 993
const MONTHS_BACK = 12

/** An empty draft: encrypted, of the one who writes it, from a year ago. */
export function newDraft(ownerId: string, now = new Date()): MailboxDraft {
  const since = new Date(now.getFullYear(), now.getMonth() - MONTHS_BACK, 1, 12).toISOString().slice(0, 10)
  return { host: '', port: String(IMAPS_PORT), tls: true, user: '', password: '', since, ownerId, folders: [] }
}

/** What of a draft is wrong before anybody is asked. */
export function faultsOf(draft: MailboxDraft, text: HealthText['mailboxes']): MailboxFaults {
  const missing = (['host', 'user', 'password', 'since'] as const).filter(name => draft[name].trim() === '')
  const port = Number(draft.port)
  return {
    ...Object.fromEntries(missing.map(name => [name, text.missing])),
    ...(!(Number.isInteger(port) && port > 0 && port < 65_536) && { port: text.portWrong }),
  }
}

/** What is needed to sign in, as the server takes it. */
export function loginOf({ host, port, tls, user, password }: MailboxDraft) {
  return { host: host.trim(), port: Number(port), tls, user: user.trim(), password }
}
