import type { CaseFile } from '../../shared/case-file.ts'
import { ApiError, type FailureCode, failureOf } from '../api/api-error.ts'
import { randomId } from '../api/random-key.ts'
import { currentUser, lastAccount, onSessionChange } from '../api/session.ts'
import type { MailHost, RestPlace, SelectedMail } from '../host/mail-host.ts'
import { type FilingChoice, openNewCase } from './file-message.ts'
import { forgetRun, holdRun, keepRun } from './kept-run.ts'
import { caseIdOf } from './place.ts'
import { mayWait, numberWaiting, waitingFiling } from './queue-filing.ts'
import { readToSend, type ToSend } from './read-to-send.ts'
import { wordOf } from './word-of-received.ts'

/** How one of many mails fared. */
export type BulkResult =
  | { is: 'filing' | 'filed' | 'pending' | 'kept' | 'leftOut' | 'queued' }
  | { is: 'failed'; failure: FailureCode }

/** One place for all; null files each where it belongs. */
export type BulkTarget = Pick<FilingChoice, 'contractorId' | 'place' | 'newTitle' | 'caseNumber'> & {
  name: string
  /** Told of the new case when it is open. */
  onCase: (caseFile: CaseFile) => void
}

/** The filing of many mails in one pane. It goes on while the pane shows something else. */
export interface BulkRun {
  /** How they fared, by the number of the mail. */
  results(): ReadonlyMap<string, BulkResult>
  /** Under which number a new case for these mails is opened: the same until it is known to be open. */
  numberOf(mails: SelectedMail[], target: Pick<BulkTarget, 'contractorId'>): string
  /** Whether a mail waits for its turn or has it. */
  isDue(id: string): boolean
  /**
   * Files mails one after the other, and after those that wait already; over when they are through. Answers why the case that
   * they were meant for could not be opened: they were not filed then. `id` is that of a run that was left, and is gone on with.
   */
  file(mails: SelectedMail[], target: BulkTarget | null, id?: string): Promise<FailureCode | null>
  /** Calls `listener` when one of them fared somehow. Returns how to stop. */
  watch(mails: SelectedMail[], listener: () => void): () => void
  /** Whether somebody looks at these mails. */
  isWatched(mails: SelectedMail[]): boolean
  /** Forgets how mails fared that are through. */
  forget(mails: SelectedMail[]): void
}

interface Job {
  id: string
  /** Who chose it. */
  account: Promise<string | null>
  rest: SelectedMail[]
  target: BulkTarget | null
  /** Whoever chose it is signed out: nothing more of it is done, least of all in another's name. */
  isEnded: boolean
}

/** The new case of a job was refused. */
class NoCase extends Error {
  readonly failure: FailureCode
  constructor(failure: FailureCode) {
    super(failure)
    this.failure = failure
  }
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
  const numbers = new Map<string, string>()
  let last: Promise<unknown> = Promise.resolve()

  const isDue = (id: string) => [...jobs].some(({ rest }) => rest.some(mail => mail.id === id))
  const tell = () => {
    for (const listener of watchers.keys()) listener()
  }
  const note = (id: string, result: BulkResult) => {
    results.set(id, result)
    tell()
  }
  let owner: string | undefined
  let isOut = false
  onSessionChange(host, user => {
    if (user === null) for (const job of jobs) end(job)
    else if (isOut && owner !== user.email) results.clear()
    owner = user?.email ?? owner
    isOut = user === null
    tell()
  })
  function end(job: Job) {
    for (const { id } of job.rest) results.set(id, { is: 'failed', failure: 'not-signed-in' })
    Object.assign(job, { rest: [], isEnded: true })
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

  /** Where the pane takes the rest with it when it goes, that is kept for when it is opened again. */
  const keep = async (job: Job) => {
    const { id, rest, target, isEnded } = job
    if (host.fileRest || isEnded) return
    const account = await job.account
    if (account && !job.isEnded) await keepRun(host.storage, { id, account, mails: rest, place: restPlace(target) })
  }
  // Before anything was asked of the server nobody is known but who was here last, in whose session it is asked.
  const whoseIsIt = async () =>
    (currentUser(host) ?? (await lastAccount(host).catch(() => null)))?.toLowerCase() ?? null

  async function work(job: Job): Promise<FailureCode | null> {
    const failure = await fileAll(job)
    jobs.delete(job)
    for (const [decision, number] of numbers)
      if (number === job.target?.caseNumber && job.target.place !== 'new') numbers.delete(decision)
    // Of a job that the end of a session has ended, the rest is still his to go on with.
    if (!host.fileRest && !job.isEnded) await forgetRun(host.storage, job.id)
    if (jobs.size === 0) globalThis.removeEventListener('pagehide', leave)
    tell()
    return failure
  }

  async function fileAll(job: Job): Promise<FailureCode | null> {
    for (let next = job.rest[0]; next; next = job.rest[0]) {
      note(next.id, { is: 'filing' })
      try {
        const result = await fileOne(host, next.id, job)
        // The one under way is among the rest until then: it may be filed by then, but nobody would mark it.
        job.rest = job.rest.slice(1)
        if (!job.isEnded) note(next.id, result)
        void keep(job)
      } catch (error) {
        for (const { id } of job.rest) results.delete(id)
        return error instanceof NoCase ? error.failure : failureOf(error)
      }
    }
    return null
  }

  return {
    results: () => results,
    numberOf(mails, { contractorId }) {
      // Whatever its title is by now: the answer may have been lost.
      const decision = JSON.stringify([contractorId, mails.map(({ id }) => id)])
      const number = numbers.get(decision) ?? randomId()
      numbers.set(decision, number)
      return number
    },
    isDue,
    file(mails, target, id = randomId()) {
      const job = {
        id,
        account: host.fileRest ? Promise.resolve(null) : whoseIsIt(),
        rest: mails,
        target,
        isEnded: false,
      }
      if (jobs.size === 0) globalThis.addEventListener('pagehide', leave)
      jobs.add(job)
      void keep(job)
      tell()
      const end = last.then(() => work(job))
      last = end
      if (!host.fileRest) holdRun(id, end)
      return end
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

function restPlace(target: BulkTarget | null): RestPlace | null {
  if (!target) return null
  const { contractorId, place, name, newTitle, caseNumber } = target
  const newCase = place === 'new' && { newCase: { title: newTitle.trim(), number: caseNumber } }
  return { contractorId, caseId: caseIdOf(place), name, ...newCase }
}

/** The place of a run that was left, chosen again. */
export function targetOf({ contractorId, caseId, newCase, name }: RestPlace): BulkTarget {
  const place = caseId ? (`case:${caseId}` as const) : newCase ? 'new' : 'file'
  const { title: newTitle = '', number: caseNumber = randomId() } = newCase ?? {}
  return { contractorId, place, newTitle, caseNumber, name, onCase: () => undefined }
}

/** Fails only with the case that it needs. */
async function fileOne(host: MailHost, id: string, job: Job): Promise<BulkResult> {
  let read: ToSend | null = null
  try {
    read = await readToSend(host, id)
    if (job.isEnded) throw new ApiError('not-signed-in')
    await openCaseOf(host, job)
    if (job.isEnded) throw new ApiError('not-signed-in')
    const { target } = job
    const caseId = target && caseIdOf(target.place)
    const querystring = { ...(target && { contractorId: target.contractorId }), ...(caseId && { caseId }) }
    const is = wordOf(await read.send(querystring))
    // It is filed, whether or not the list can show it.
    if (is === 'filed') await host.markSelected?.(id).catch(() => undefined)
    if (is === 'pending') await host.markSelectedOnceFiled?.(id).catch(() => undefined)
    return { is }
  } catch (error) {
    const failure = error instanceof NoCase ? error.failure : failureOf(error)
    const isKept = !job.isEnded && mayWait(host, failure) && (await queueFor(host, read, job.target))
    if (!isKept && error instanceof NoCase) throw error
    return isKept ? { is: 'queued' } : { is: 'failed', failure }
  }
}

/** Opens the case that a job is meant for, where it is new, with the first mail that can be read: so none is opened for nothing. */
async function openCaseOf(host: MailHost, job: Job) {
  const { target } = job
  if (target?.place !== 'new') return
  const caseNumber = (await numberWaiting(host, target)) ?? target.caseNumber
  job.target = { ...target, caseNumber }
  const caseFile = await openNewCase(host, { ...target, caseNumber }).catch(error => {
    throw new NoCase(failureOf(error))
  })
  job.target = { ...target, place: `case:${caseFile.id}` }
  target.onCase(caseFile)
}

/** Later, when the server is back. */
async function queueFor(host: MailHost, read: ToSend | null, target: BulkTarget | null): Promise<boolean> {
  if (!read?.source || !read.message || !host.queue) return false
  const choice = target && { ...target, comment: '', title: '' }
  return host.queue.add(waitingFiling(read.message, choice, target?.name ?? ''), read.source).then(
    () => true,
    () => false,
  )
}
