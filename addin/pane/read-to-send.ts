import { postMessage, type Received } from '../../shared/message.ts'
import { fileRemoteMessage } from '../../shared/microsoft.ts'
import { ApiError, failureOf } from '../api/api-error.ts'
import { call } from '../api/call.ts'
import type { MailHost, OpenMessage } from '../host/mail-host.ts'

/** Where a message shall lie; nothing at all lets the server decide. */
export interface Where {
  contractorId?: string
  caseId?: string
  comment?: string
  attachment?: string[]
  viewer?: string[]
}

/** Hands a message to the server. */
export type Send = (where: Where) => Promise<Received>

/** A message that was read: how it is handed in, and what was read, for whoever keeps it until the server is there. */
export interface ToSend {
  send: Send
  /** Null where only the server can fetch it. */
  source: Blob | null
  /** Its facts, where it is one of several selected mails. */
  message: OpenMessage | null
}

/**
 * Reads a message once and answers how it is handed in: as it is, or, where the mail program does not give it out, as a word to
 * the server where it may fetch it. `id` names one of several selected mails instead of the one on screen.
 */
export async function readToSend(host: MailHost, id?: string): Promise<ToSend> {
  // Asked for first, because by the time that the source has failed another mail may be open.
  const whereabouts = host.whereabouts?.(id).catch(() => null)
  const read = await readWhole(host, id).catch(() => null)
  if (read) return { ...read, send: querystring => call(host, postMessage, { querystring, body: read.source }) }
  const remote = await whereabouts
  if (!remote) throw new ApiError('no-source')
  const send: Send = querystring =>
    call(host, fileRemoteMessage, { querystring, body: remote }).catch((error: unknown) => {
      // The reader knows nothing of mailboxes that the server may read: to him the mail could not be read.
      throw failureOf(error) === 'not-found' ? new ApiError('no-source') : error
    })
  return { send, source: null, message: null }
}

async function readWhole(host: MailHost, id: string | undefined) {
  if (id === undefined) return { source: await host.source(), message: null }
  return (await host.readSelected?.(id)) ?? null
}
