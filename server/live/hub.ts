import type { LiveEvent } from '../../shared/event.ts'
import { buildTurns } from '../database/turns.ts'
import type { Database, Statement } from '../database/work.ts'
import { type Announcements, type Change, openAnnouncements } from './announcements.ts'

const AT_ONCE = 2
const PATIENCE_MS = 10_000
const RECONNECT_MS = 1_000
/** More than that behind, a listener asks for everything anew. */
const MOST_PENDING = 5_000

/** One open page: for whom, by which session, and how it is told. */
export interface Listener {
  user: string
  session: string
  tell(events: LiveEvent[]): void
  end(): void
}

/** Tells open pages what has changed. However many there are, the process holds one connection. */
export interface Hub {
  /** Tells a listener from now on. Returns how to stop. */
  add(listener: Listener): () => void
  /** How many pages somebody has open. */
  count(user: string): number
  /** Ends every listener. */
  close(): Promise<void>
}

/** What of announcements the reader may know. */
export const changesFor: Statement = {
  name: 'my-changes',
  text: 'select topic, item_id as "itemId", contractor_id as "contractorId", case_file_id as "caseId" from my_changes($1)',
}

/** Opens a hub; it connects with its first listener. */
export function openHub(database: Database, databaseUrl: string): Hub {
  const listeners = new Map<Listener, Pump>()
  const inTurn = buildTurns(AT_ONCE, PATIENCE_MS)
  const toAll = (act: (pump: Pump, listener: Listener) => void) => {
    for (const [listener, pump] of listeners) act(pump, listener)
  }
  const line = keepLine(databaseUrl, {
    onChanges(changes) {
      const ended = new Set(
        changes.filter(([topic]) => topic === 'session' || topic === 'user').map(change => change[4]),
      )
      toAll((pump, listener) => {
        if (ended.has(listener.session) || ended.has(listener.user)) listener.end()
        else pump.take(changes)
      })
    },
    // Whatever was announced in between went unheard.
    onBack: () => toAll((_, listener) => listener.tell([{ type: 'resync' }])),
  })
  return {
    add(listener) {
      const judge = (changes: Change[]) => inTurn(() => eventsFor(database, listener.user, changes))
      listeners.set(listener, openPump(listener, judge))
      line.open()
      return () => void listeners.delete(listener)
    },
    count: user => [...listeners.keys()].filter(listener => listener.user === user).length,
    async close() {
      toAll((_, listener) => listener.end())
      listeners.clear()
      await line.close()
    },
  }
}

/** What of these changes somebody may know at this moment, judged under his own rights. */
async function eventsFor(database: Database, user: string, changes: Change[]): Promise<LiveEvent[]> {
  type Row = { topic: LiveEvent['type']; itemId: string | null; contractorId: string | null; caseId: string | null }
  const rows = await database.read(user, query => query<Row>(changesFor, [JSON.stringify(changes)]))
  return rows.map(({ topic, itemId, contractorId, caseId }) => ({
    type: topic,
    ...(itemId && { itemId }),
    ...(contractorId && { contractorId }),
    ...(caseId && { caseId }),
  }))
}

interface Pump {
  take(changes: Change[]): void
}

/** Judges for one listener what was announced, one batch after the other; what comes meanwhile waits together. */
function openPump(listener: Listener, judge: (changes: Change[]) => Promise<LiveEvent[]>): Pump {
  let pending: Change[] = []
  let isTooMany = false
  let isBusy = false
  async function run() {
    isBusy = true
    while (pending.length > 0 || isTooMany) {
      const changes = pending
      const skips = isTooMany
      pending = []
      isTooMany = false
      const events = skips ? null : await judge(changes).catch(() => null)
      if (events === null) listener.tell([{ type: 'resync' }])
      else if (events.length > 0) listener.tell(events)
    }
    isBusy = false
  }
  return {
    take(changes) {
      isTooMany ||= pending.length + changes.length > MOST_PENDING
      pending = isTooMany ? [] : [...pending, ...changes]
      if (!isBusy) void run()
    },
  }
}

interface LineEvents {
  onChanges: (changes: Change[]) => void
  onBack: () => void
}

/** The connection, opened when it is first wanted and again whenever it breaks. */
function keepLine(databaseUrl: string, { onChanges, onBack }: LineEvents) {
  let line: Promise<Announcements | null> | null = null
  let isClosed = false
  function connect(isBack: boolean) {
    line = openAnnouncements(databaseUrl, onChanges, onLost).then(
      opened => {
        if (isBack) onBack()
        return opened
      },
      () => {
        onLost()
        return null
      },
    )
  }
  function onLost() {
    if (isClosed || line === null) return
    line = null
    const timer = setTimeout(() => isClosed || line !== null || connect(true), RECONNECT_MS)
    timer.unref()
  }
  return {
    open() {
      if (line === null && !isClosed) connect(false)
    },
    async close() {
      isClosed = true
      await (await line)?.close()
    },
  }
}
