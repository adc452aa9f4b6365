import type { House } from '../http/app-type.ts'
import { type Bell, hangBell } from './bell.ts'
import { buildDoor, type Door, type DoorLog, type Pace, usualPace } from './door.ts'
import { type MailboxLine, openLine, type WantedDoor } from './mailbox-line.ts'
import { runDoor } from './run-door.ts'
import { takeTurns } from './take-turns.ts'

/** How many messages are stored at once, over all mailboxes. */
const STORED_AT_ONCE = 4

/** What the doors need beside the house. */
export interface DoorsOptions {
  /** The database as the application's role, for one connection that stays open. */
  databaseUrl: string
  log: DoorLog
  pace?: Pace
}

/** The mailboxes that this process reads. */
export interface Doors {
  /** Ends in order: messages under way are stored, cursors written, sessions closed. */
  stop(): Promise<void>
}

interface Running {
  door: Door
  stop(): Promise<void>
  isOver: boolean
}

type Open = (wanted: WantedDoor) => Running

/** Reads every mailbox of the company that no other process reads, from now on, and keeps to the list as it changes. */
export function startDoors(house: House, options: DoorsOptions): Doors {
  const pace = options.pace ?? usualPace
  const inTurn = takeTurns(STORED_AT_ONCE)
  const stopping = new AbortController()
  const open: Open = ({ id, owner_id }) => {
    const own = new AbortController()
    const parts = { mailboxId: id, ownerId: owner_id, house, pace, log: options.log, signal: own.signal, inTurn }
    const door = buildDoor(parts)
    const running: Running = { door, isOver: false, stop: async () => {} }
    const over = runDoor(door).finally(() => {
      running.isOver = true
    })
    running.stop = async () => {
      own.abort()
      await over
    }
    return running
  }
  const over = keepGoing(options, pace, open, stopping.signal)
  return {
    async stop() {
      stopping.abort()
      await over
    },
  }
}

/** A lost line gives up all mailboxes, because another process may take them, and begins anew. */
async function keepGoing({ databaseUrl, log }: DoorsOptions, pace: Pace, open: Open, signal: AbortSignal) {
  const pause = hangBell()
  signal.addEventListener('abort', pause.ring)
  while (!signal.aborted) {
    try {
      await keepDoors(databaseUrl, pace, open, signal)
    } catch (error) {
      log.warn({ code: (error as { code?: string }).code }, 'mailboxes wait for the database')
    }
    if (!signal.aborted) await pause.heard(pace.firstWaitMs)
  }
}

async function keepDoors(databaseUrl: string, pace: Pace, open: Open, signal: AbortSignal) {
  const bell = hangBell()
  const running = new Map<string, Running>()
  const lost = new AbortController()
  const ring = ringFor(running, bell)
  const line = await openLine(databaseUrl, ring, () => {
    lost.abort()
    bell.ring()
  })
  signal.addEventListener('abort', bell.ring)
  try {
    while (!signal.aborted && !lost.signal.aborted) {
      await matchDoors(line, running, open)
      await bell.heard(pace.rereadMs)
    }
  } finally {
    signal.removeEventListener('abort', bell.ring)
    await Promise.all([...running.values()].map(one => one.stop()))
    await line.close()
  }
}

/** News of a mailbox wakes its door, and has the list read again, for it may be new or gone. */
function ringFor(running: Map<string, Running>, bell: Bell): (mailboxId: string) => void {
  return mailboxId => {
    running.get(mailboxId)?.door.bell.ring()
    bell.ring()
  }
}

async function matchDoors(line: MailboxLine, running: Map<string, Running>, open: Open) {
  const wanted = new Map((await line.wanted()).map(one => [one.id, one]))
  for (const [id, one] of running) {
    if (wanted.has(id) && !one.isOver) continue
    await one.stop()
    running.delete(id)
    await line.release(id)
  }
  for (const [id, one] of wanted) if (!running.has(id) && (await line.claim(id))) running.set(id, open(one))
}
