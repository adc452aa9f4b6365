import type { MailServer, MailServerInput } from '../../shared/outgoing-mail.ts'
import type { outgoingPl } from '../text/outgoing-pl.ts'
import { isThisMachine } from './this-machine.ts'

/** The server as it is being written down. */
export interface ServerDraft {
  host: string
  port: string
  encryption: MailServer['encryption']
  user: string
  password: string
  sender: string
  authority: string
  /** Whether the authority that is known shall be forgotten. */
  forgetsAuthority: boolean
}

/** What is wrong with it, field by field, in words. */
export type ServerFaults = Partial<Record<keyof ServerDraft, string>>

const senderPattern = /^[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+$/

/** The form as it begins: the known server without its password, or what most servers want. */
export function draftOf(server: MailServer | null): ServerDraft {
  return {
    host: server?.host ?? '',
    port: String(server?.port ?? 587),
    encryption: server?.encryption ?? 'starttls',
    user: server?.user ?? '',
    password: '',
    sender: server?.sender ?? '',
    authority: '',
    forgetsAuthority: false,
  }
}

/** The form as the server takes it. What is left out, the server keeps. */
export function bodyOf(draft: ServerDraft): MailServerInput {
  const { host, port, encryption, user, password, sender } = draft
  const authority = draft.forgetsAuthority ? null : draft.authority.trim() || undefined
  return {
    host: host.trim(),
    port: Number(port),
    encryption,
    ...(user.trim() && { user: user.trim() }),
    ...(password && { password }),
    sender: sender.trim(),
    ...(authority !== undefined && { authority }),
  }
}

/** What has to be put right before the server is asked. */
export function faultsOf(
  draft: ServerDraft,
  known: MailServer | null,
  text: (typeof outgoingPl)['outgoing'],
): ServerFaults {
  const { host, port, encryption, user, sender, authority } = bodyOf(draft)
  const isPort = /^\d+$/.test(draft.port.trim()) && port >= 1 && port <= 65535
  const isSame =
    known !== null &&
    known.host === host &&
    known.port === port &&
    known.encryption === encryption &&
    known.user === user &&
    (authority === undefined || (authority === null && !known.hasOwnAuthority))
  return {
    ...(!host && { host: text.missing }),
    ...(!isPort && { port: text.portWrong }),
    ...(!senderPattern.test(sender) && { sender: text.senderWrong }),
    ...(user && !draft.password && !isSame && { password: text.passwordMissing }),
    ...(user && encryption === 'none' && !isThisMachine(host) && { encryption: text.plainLogin }),
    ...(draft.password && !user && { user: text.missing }),
  }
}
