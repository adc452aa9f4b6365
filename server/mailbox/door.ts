import type { Tx } from '../database/work.ts'
import type { House } from '../http/app-type.ts'
import { type Bell, hangBell } from './bell.ts'
import { MailboxTrouble } from './mailbox-trouble.ts'

/** How patient the doors are. */
export interface Pace {
  /** A folder that no IDLE covers is looked at this often; for the one that it covers, the same look is the safety net. */
  lookMs: number
  /** How often the list of mailboxes is read again, for changes that nobody announced. */
  rereadMs: number
  /** The first and the longest wait before a server is tried again. */
  firstWaitMs: number
  longestWaitMs: number
  /** The first wait after a refused password: providers lock accounts that hammer. */
  refusedWaitMs: number
  /** The wait before a message is tried for the third time. */
  retryMs: number
}

/** The pace of production. */
export const usualPace: Pace = {
  lookMs: 15_000,
  rereadMs: 30_000,
  firstWaitMs: 1_000,
  longestWaitMs: 300_000,
  refusedWaitMs: 300_000,
  retryMs: 60_000,
}

/** Where doors report what a person should look into. Never subjects, addresses or passwords. */
export interface DoorLog {
  warn(facts: object, text: string): void
}

/** A mailbox that is being read: for whom, with what, and how it is told to look or to stop. */
export interface Door {
  mailboxId: string
  ownerId: string
  house: House
  pace: Pace
  log: DoorLog
  /** Rings when there is something to look at, and when it is time to stop. */
  bell: Bell
  signal: AbortSignal
  /** Storing waits here for its turn, so that many mailboxes together do not drown the service. */
  inTurn: <Result>(act: () => Promise<Result>) => Promise<Result>
  /** A transaction as the mailbox's owner. What fails here is our own trouble, not the mail server's. */
  work<Result>(act: (tx: Tx) => Promise<Result>): Promise<Result>
}

/** What a door is built of. */
export type DoorParts = Pick<Door, 'mailboxId' | 'ownerId' | 'house' | 'pace' | 'log' | 'signal' | 'inTurn'>

/** A door with its bell, which also rings for the end. */
export function buildDoor(parts: DoorParts): Door {
  const bell = hangBell()
  parts.signal.addEventListener('abort', () => bell.ring())
  return {
    ...parts,
    bell,
    async work(act) {
      try {
        return await parts.house.database.work(parts.ownerId, act)
      } catch (error) {
        throw error instanceof MailboxTrouble ? error : new MailboxTrouble('storage', error)
      }
    },
  }
}
