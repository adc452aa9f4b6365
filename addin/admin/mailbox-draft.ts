import type { Mailbox, MailboxLogin } from '../../shared/mailbox.ts'
import type { HealthText } from '../text/health-pl.ts'

const IMAPS_PORT = 993
const MONTHS_BACK = 12
const certificates = /^-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\s-]+$/

/** A mailbox as it is being written down. */
export interface MailboxDraft {
  host: string
  port: string
  tls: boolean
  user: string
  signIn: Mailbox['signIn']
  /** The password, or the token. */
  password: string
  tenantId: string
  /** Certificates (PEM) of the company's own authority, or nothing. */
  authority: string
  since: string
  ownerId: string
  folders: string[]
}

/** The fields of a mailbox that may be wrong. */
export type MailboxFault = 'host' | 'port' | 'tls' | 'user' | 'password' | 'tenantId' | 'authority' | 'since'

/** Which field is wrong, and the sentence for it. */
export type MailboxFaults = Partial<Record<MailboxFault, string>>

/** An empty draft: encrypted, of the one who writes it, from a year ago. */
export function newDraft(ownerId: string, now = new Date()): MailboxDraft {
  const since = new Date(now.getFullYear(), now.getMonth() - MONTHS_BACK, 1, 12).toISOString().slice(0, 10)
  const login = { host: '', port: String(IMAPS_PORT), tls: true, user: '', signIn: 'password', password: '' } as const
  return { ...login, tenantId: '', authority: '', since, ownerId, folders: [] }
}

/** What is known of a mailbox that is read, as it would be written down again; its secret is in no answer. */
export function draftOf({ host, port, tls, user, signIn, since, ownerId, folders }: Mailbox): MailboxDraft {
  // The application of a tenant is chosen on the page of the mailboxes.
  const way = signIn === 'microsoft' ? 'password' : signIn
  return {
    ...{ host, port: String(port), tls, user, signIn: way, password: '', tenantId: '', authority: '' },
    ...{ since, ownerId, folders },
  }
}

/** What of a draft is wrong before anybody is asked. */
export function faultsOf(draft: MailboxDraft, text: HealthText['mailboxes']): MailboxFaults {
  const secret = draft.signIn === 'microsoft' ? 'tenantId' : 'password'
  const missing = (['host', 'user', secret, 'since'] as const).filter(name => draft[name].trim() === '')
  const authority = draft.authority.trim()
  const port = Number(draft.port)
  return {
    ...Object.fromEntries(missing.map(name => [name, text.missing])),
    ...(!(Number.isInteger(port) && port > 0 && port < 65_536) && { port: text.portWrong }),
    ...(authority !== '' && !certificates.test(authority) && { authority: text.authorityWrong }),
  }
}

/** What is needed to sign in, as the server takes it. */
export function loginOf({ host, port, tls, user, signIn, password, tenantId, authority }: MailboxDraft): MailboxLogin {
  return {
    host: host.trim(),
    port: Number(port),
    tls,
    user: user.trim(),
    ...(signIn === 'microsoft' ? { signIn, tenantId } : { signIn, password }),
    ...(authority.trim() !== '' && { authority: authority.trim() }),
  }
}
