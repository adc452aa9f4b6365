import { postMessage, type Received } from '../../shared/message.ts'
import { fileRemoteMessage } from '../../shared/microsoft.ts'
import { ApiError, failureOf } from '../api/api-error.ts'
import { call } from '../api/call.ts'
import type { MailHost } from '../host/mail-host.ts'

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

/**
 * Reads a message and answers how it is handed in: as it is, or, where the mail program does not give it out, as a word to
 * the server where it may fetch it. `id` names one of several selected mails instead of the one on screen.
 */
export async function readToSend(host: MailHost, id?: string): Promise<Send> {
  // Asked for first, because by the time that the source has failed another mail may be open.
  const whereabouts = host.whereabouts?.(id).catch(() => null)
  const source = await sourceOf(host, id).catch(() => null)
  if (source) return querystring => call(host, postMessage, { querystring, body: source })
  const remote = await whereabouts
  if (!remote) throw new ApiError('no-source')
  return querystring =>
    call(host, fileRemoteMessage, { querystring, body: remote }).catch((error: unknown) => {
      // The reader knows nothing of mailboxes that the server may read: to him the mail could not be read.
      throw failureOf(error) === 'not-found' ? new ApiError('no-source') : error
    })
}

async function sourceOf(host: MailHost, id: string | undefined): Promise<Blob | null> {
  if (id === undefined) return host.source()
  return (await host.readSelected?.(id))?.source ?? null
}
