import { type FailureCode, failureOf } from '../api/api-error.ts'
import type { MailHost, RestPlace, SelectedMail } from '../host/mail-host.ts'
import { caseIdOf, type Place } from './place.ts'
import { mayWait, waitingFiling } from './queue-filing.ts'
import { readToSend, type ToSend } from './read-to-send.ts'
import { wordOf } from './word-of-received.ts'

/** How one of many mails fared. */
export type BulkResult =
  | { is: 'filing' | 'filed' | 'pending' | 'kept' | 'leftOut' | 'queued' }
  | { is: 'failed'; failure: FailureCode }

/** One place for all; null files each where it belongs. */
export type BulkTarget = { contractorId: string; place: Place; name: string } | null

/** The filing of many mails in one pane. It goes on while the pane shows something else. */
export interface BulkRun {
  /** How they fared, by the number of the mail. */
  results(): ReadonlyMap<string, BulkResult>
  /** Whether a mail waits for its turn or has it. */
  isDue(id: string): boolean
  /** Files mails one after the other, and after those that wait already; over when they are through. */
  file(mails: SelectedMail[], target: BulkTarget): Promise<void>
  /** Calls `listener` when one of them fared somehow. Returns how to stop. */
  watch(mails: SelectedMail[], listener: () => void): () => void
  /** Whether somebody looks at these mails. */
  isWatched(mails: SelectedMail[]): boolean
  /** Forgets how mails fared that are through. */
  forget(mails: SelectedMail[]): void
}

interface Job {
  rest: SelectedMail[]
  target: BulkTarget
}

const runs = new WeakMap<MailHost, BulkRun>()

/** The one of this pane: two at a time would open two mails at a time, which Outlook refuses. */
export function bulkRunOf(host: MailHost): BulkRun {
  const known = runs.get(host)
  if (known) return known
  const run = startRun(host)
  runs.set(host, run)
  return run
}

function startRun(host: MailHost): BulkRun {
  const results = new Map<string, BulkResult>()
  const watchers = new Map<() => void, SelectedMail[]>()
  const jobs = new Set<Job>()
  let last: Promise<void> = Promise.resolve()

  const isDue = (id: string) => [...jobs].some(({ rest }) => rest.some(mail => mail.id === id))
  const tell = () => {
    for (const listener of watchers.keys()) listener()
  }
  const note = (id: string, result: BulkResult) => {
    results.set(id, result)
    tell()
  }
  const leave = () => {
    for (const { rest, target } of jobs)
      void host
        .fileRest?.(
          rest.map(({ id }) => id),
          restPlace(target),
        )
        .catch(() => undefined)
  }

  async function work(job: Job) {
    for (let next = job.rest[0]; next; next = job.rest[0]) {
      note(next.id, { is: 'filing' })
      const result = await fileOne(host, next.id, job.target)
      // The one under way is among the rest until then: it may be filed by then, but nobody would mark it.
      job.rest = job.rest.slice(1)
      note(next.id, result)
    }
    jobs.delete(job)
    if (jobs.size === 0) globalThis.removeEventListener('pagehide', leave)
    tell()
  }

  return {
    results: () => results,
    isDue,
    file(mails, target) {
      const job = { rest: mails, target }
      if (jobs.size === 0) globalThis.addEventListener('pagehide', leave)
      jobs.add(job)
      tell()
      last = last.then(() => work(job))
      return last
    },
    watch(mails, listener) {
      watchers.set(listener, mails)
      return () => watchers.delete(listener)
    },
    isWatched: mails => [...watchers.values()].flat().some(({ id }) => mails.some(mail => mail.id === id)),
    forget(mails) {
      for (const { id } of mails) if (!isDue(id)) results.delete(id)
    },
  }
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
