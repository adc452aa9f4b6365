import { readDocumentContent } from '../../shared/document.ts'
import { readItem } from '../../shared/item.ts'
import { ApiError, readProblem } from '../api/api-error.ts'
import { call } from '../api/call.ts'
import { pathOf } from '../api/send.ts'
import { currentToken, renewToken } from '../api/session.ts'
import type { AttachReply, MailHost } from '../host/mail-host.ts'

/**
 * Attaches a document of the file to the draft on screen. Its bytes go from the server to the mail program past the pane;
 * `refused` where the mail program does not take it.
 */
export async function attachDocument(
  host: MailHost,
  { id, itemId, name }: { id: string; itemId: string; name: string },
): Promise<'attached' | 'refused'> {
  const path = pathOf(readDocumentContent, { params: { documentId: id } })
  const answer = host.signsIn ? await attach(host, name, path, {}) : await attachWithToken(host, name, path)
  if (!answer) return 'refused'
  if (answer.status >= 300) throw readProblem(answer.status, answer.body)
  if (!answer.isAttached) return 'refused'
  await noteConfidential(host, itemId, name).catch(() => undefined)
  return 'attached'
}

/** The guard at sending asks no server, so what it has to know of a document is kept with the draft. */
async function noteConfidential(host: MailHost, itemId: string, name: string): Promise<void> {
  if (!host.draft?.keep) return
  const { confidential } = await call(host, readItem, { params: { itemId } })
  if (confidential) await host.draft.keep('confidential', name)
}

async function attachWithToken(host: MailHost, name: string, path: string) {
  const as = (token: string | null) => {
    if (!token) throw new ApiError('not-signed-in')
    return attach(host, name, path, { authorization: `Bearer ${token}` })
  }
  const token = currentToken(host) ?? (await renewToken(host, null))
  const first = await as(token)
  return first?.status === 401 ? as(await renewToken(host, token)) : first
}

async function attach(
  host: MailHost,
  name: string,
  path: string,
  headers: Record<string, string>,
): Promise<AttachReply | undefined> {
  return host.draft?.attach?.(name, path, { method: 'GET', headers })
}
