import { createCase } from '../../shared/case-file.ts'
import { changeItem } from '../../shared/item.ts'
import { postMessage, type Received } from '../../shared/message.ts'
import type { Output, Route } from '../../shared/route.ts'
import { readMe } from '../../shared/user.ts'
import { ApiError, readProblem } from '../api/api-error.ts'
import { randomId } from '../api/random-key.ts'
import { type Parts, pathOf } from '../api/send.ts'
import type { HostReply } from '../host/mail-host.ts'
import type { KeptFiling } from './kept-filing.ts'

/** Asks the server as the signed-in user; rejects when there is no answer. */
export type AskServer = (
  path: string,
  request: { method: string; headers: Record<string, string>; body?: string | ArrayBuffer },
) => Promise<HostReply>

/**
 * Hands one kept filing to the server. `note` keeps what must not be done twice, before anything can go wrong after it.
 * Doing it again changes nothing: the server knows the mail, and a case by the number under which it is opened.
 */
export async function sendFiling(
  ask: AskServer,
  filing: KeptFiling,
  source: ArrayBuffer,
  note: (part: Partial<KeptFiling>) => Promise<void>,
): Promise<Received> {
  const { contractorId, comment, title, attachments = [], viewers } = filing
  const caseId = filing.caseId ?? (await openCase(ask, filing, note))
  const querystring = {
    ...(contractorId && { contractorId }),
    ...(caseId && { caseId }),
    ...(comment && { comment }),
    ...(attachments.length > 0 && { attachment: attachments }),
    ...(viewers && { viewer: await circleOf(ask, viewers) }),
  }
  const received = await call(ask, postMessage, { querystring, body: source })
  const item = received.items.find(one => one.contractorId === contractorId)
  // The mail is filed; a title that is refused now would be refused for ever.
  if (title && item)
    await call(ask, changeItem, { params: { itemId: item.id }, body: { title } }).catch(() => undefined)
  return received
}

/** An empty list is no part of an address, and then the place would decide: for the user alone, he is named himself. */
async function circleOf(ask: AskServer, viewers: string[]): Promise<string[]> {
  return viewers.length > 0 ? viewers : [(await call(ask, readMe, {})).id]
}

async function openCase(
  ask: AskServer,
  { contractorId, newCase, caseNumber }: KeptFiling,
  note: (part: Partial<KeptFiling>) => Promise<void>,
): Promise<string | null> {
  if (!contractorId || !newCase) return null
  // What an earlier version kept has no number yet.
  const number = caseNumber ?? randomId()
  if (!caseNumber) await note({ caseNumber: number })
  const { id } = await call(ask, createCase, { params: { contractorId }, body: { id: number, title: newCase } })
  await note({ caseId: id })
  return id
}

async function call<R extends Route>(ask: AskServer, route: R, parts: Parts): Promise<Output<R>> {
  const headers = { accept: 'application/json', 'content-type': route.consumes ?? 'application/json' }
  const body = route.consumes ? (parts.body as ArrayBuffer) : JSON.stringify(parts.body)
  const request = { method: route.method, headers, ...(parts.body !== undefined && { body }) }
  const reply = await ask(pathOf(route, parts), request).catch(error => {
    throw error instanceof ApiError ? error : new ApiError('offline')
  })
  if (reply.status >= 300) throw readProblem(reply.status, reply.body)
  return (reply.body === '' ? undefined : JSON.parse(reply.body)) as Output<R>
}
