import { hexOf } from '../../shared/hex.ts'
import type { QueuedFiling, WaitingFiling } from '../host/mail-host.ts'

/** A queued filing as it is kept on this device: for whom, and when it is due again. The mail is kept beside it. */
export interface KeptFiling extends QueuedFiling {
  /** Who filed it; nobody else's session sends it. */
  account: string
  /** Milliseconds since 1970. */
  dueAt: number
}

/** Where filings are kept over a restart of the mail program. */
export interface FilingStore {
  all(): Promise<KeptFiling[]>
  get(id: string): Promise<KeptFiling | undefined>
  /** The mail of a filing, as it travelled; undefined where it could not be read. */
  source(id: string): Promise<ArrayBuffer | undefined>
  /** Keeps a filing and its mail: both or neither. */
  add(filing: KeptFiling, source: ArrayBuffer | null): Promise<void>
  /** Keeps how a filing stands whose mail is kept already. */
  put(filing: KeptFiling): Promise<void>
  /** Forgets a filing and its mail. */
  remove(id: string): Promise<void>
}

const FIRST_PAUSE_MS = 15_000
const LONGEST_PAUSE_MS = 15 * 60_000

/** How long a filing waits after so many tries: twice as long each time, up to a quarter of an hour. */
export function pauseAfter(attempts: number): number {
  return Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.max(0, attempts - 1))
}

/** A filing on its way into the queue. Its id says which mail goes where, so that the same decision is kept once. */
export async function keptFiling(
  filing: WaitingFiling,
  source: ArrayBuffer,
  { account, now }: { account: string; now: number },
): Promise<KeptFiling> {
  const { contractorId, caseId, newCase } = filing
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', source))
  const id = [hexOf(hash), account, contractorId, caseId, newCase].join(' ')
  const start = { state: 'waiting', attempts: 0, failure: null, dueAt: now } as const
  return { ...filing, id, account, addedAt: new Date(now).toISOString(), ...start }
}

/**
 * What is kept of a decision beside `all` that waits: where the same one does, the newest words. What is meant for a new case of
 * one title goes into one case. Null for a filing that is on its way, which nothing alters any more.
 */
export function decidedAgain(kept: KeptFiling, all: KeptFiling[]): KeptFiling | null {
  const known = all.find(({ id }) => id === kept.id)
  if (known?.state === 'sending') return null
  const { caseId, caseNumber } = known ?? all.find(one => isForSameCase(one, kept)) ?? kept
  const addedAt = known?.addedAt ?? kept.addedAt
  return { ...kept, addedAt, caseId: caseId ?? kept.caseId, ...(caseNumber && { caseNumber }) }
}

function isForSameCase(one: KeptFiling, other: KeptFiling): boolean {
  const isNew = other.newCase !== null && one.newCase === other.newCase
  return isNew && one.contractorId === other.contractorId && one.account === other.account
}
