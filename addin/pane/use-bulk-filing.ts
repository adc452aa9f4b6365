import { useState } from 'preact/hooks'
import type { Received } from '../../shared/message.ts'
import { type FailureCode, failureOf } from '../api/api-error.ts'
import type { MailHost, RestPlace, SelectedMail } from '../host/mail-host.ts'
import { useHost } from './host-context.ts'
import { caseIdOf, type Place } from './place.ts'
import { mayWait, waitingFiling } from './queue-filing.ts'
import { readToSend, type ToSend } from './read-to-send.ts'

/** How one of many mails fared. */
export type BulkResult =
  | { is: 'filing' | 'filed' | 'pending' | 'kept' | 'leftOut' | 'queued' }
  | { is: 'failed'; failure: FailureCode }

/** One place for all; null files each where it belongs. */
export type BulkTarget = { contractorId: string; place: Place; name: string } | null

/** Files selected mails one after the other; one that fails does not stop the others. */
export function useBulkFiling() {
  const host = useHost()
  const [results, setResults] = useState(new Map<string, BulkResult>())
  const [isRunning, setRunning] = useState(false)
  const note = (id: string, result: BulkResult) => setResults(before => new Map(before).set(id, result))

  async function file(mails: SelectedMail[], target: BulkTarget) {
    if (isRunning) return
    setRunning(true)
    let rest = mails
    const leave = () => void host.fileRest?.(idsOf(rest), restPlace(target)).catch(() => undefined)
    globalThis.addEventListener('pagehide', leave)
    for (const [at, { id }] of mails.entries()) {
      // The one under way among them: it may be filed by then, but nobody would mark it.
      rest = mails.slice(at)
      note(id, { is: 'filing' })
      note(id, await fileOne(host, id, target))
    }
    globalThis.removeEventListener('pagehide', leave)
    setRunning(false)
  }

  return { results, isRunning, file }
}

function idsOf(mails: SelectedMail[]): string[] {
  return mails.map(({ id }) => id)
}

function restPlace(target: BulkTarget): RestPlace | null {
  return target && { contractorId: target.contractorId, caseId: caseIdOf(target.place), name: target.name }
}

async function fileOne(host: MailHost, id: string, target: BulkTarget): Promise<BulkResult> {
  let read: ToSend | null = null
  try {
    read = await readToSend(host, id)
    const caseId = target && caseIdOf(target.place)
    const querystring = { ...(target && { contractorId: target.contractorId }), ...(caseId && { caseId }) }
    const is = wordOf(await read.send(querystring))
    // It is filed, whether or not the list can show it.
    if (is === 'filed') await host.markSelected?.(id).catch(() => undefined)
    if (is === 'pending') await host.markSelectedOnceFiled?.(id).catch(() => undefined)
    return { is }
  } catch (error) {
    const failure = failureOf(error)
    const isKept = mayWait(host, failure) && (await keep(host, read, target))
    return isKept ? { is: 'queued' } : { is: 'failed', failure }
  }
}

/** Later, when the server is back. */
async function keep(host: MailHost, read: ToSend | null, target: BulkTarget): Promise<boolean> {
  if (!read?.source || !read.message || !host.queue) return false
  const choice = target && { ...target, newTitle: '', comment: '', title: '' }
  return host.queue.add(waitingFiling(read.message, choice, target?.name ?? ''), read.source).then(
    () => true,
    () => false,
  )
}

/** What became of one mail that was handed in. */
export function wordOf({ action }: Received) {
  if (action === 'file') return 'filed'
  if (action === 'pending') return 'pending'
  return action === 'leave-out' ? 'leftOut' : 'kept'
}
