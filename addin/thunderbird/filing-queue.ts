import type { QueuedFiling, WaitingFiling } from '../host/mail-host.ts'
import { accountOf } from '../host/thunderbird-account.ts'
import { filingStore as store } from '../queue/filing-store.ts'
import { decidedAgain, type KeptFiling, keptFiling } from '../queue/kept-filing.ts'
import { nextDue, type Occasion, type Surroundings, workOff } from '../queue/work-off.ts'
import { askServer } from './ask-server.ts'
import { everyPage } from './every-page.ts'
import { markOnceFiled } from './mark-arrived.ts'
import { markFiled } from './mark-filed.ts'
import { oneAtATime } from './one-at-a-time.ts'
import { tellEverybody } from './tell-panels.ts'
import { whileAwake } from './while-awake.ts'

const ALARM = 'filing-queue'
/** Where the background ended in the midst of it all the same, the rest is gone on with. */
const GO_ON_MS = 60_000

const around: Surroundings = {
  store,
  ask: (path, request) => whileAwake(() => askServer(path, request)),
  account: accountOf,
  now: () => Date.now(),
  onChange: () => void tellEverybody({ tell: 'queue' }),
  async onFiled({ messageId }, { action }) {
    void tellEverybody({ tell: 'news' })
    if (!messageId || (action !== 'file' && action !== 'pending')) return
    // Numbers of mails end with Thunderbird, so the mail is looked for by its Message-ID.
    for await (const page of everyPage(await messenger.messages.query({ headerMessageId: messageId })))
      if (action === 'pending') await markOnceFiled(page.map(({ id }) => id))
      else for (const { id } of page) await markFiled(id, { filed: true, changed: true })
  },
}

let occasion: Occasion = { isBack: false }
const work = oneAtATime(async () => {
  const latest = occasion
  occasion = { isBack: false }
  messenger.alarms.create(ALARM, { when: Date.now() + GO_ON_MS })
  await workOff(around, latest).then(setAlarm)
})

/** Sends what waits and is due; one run at a time. */
export function workQueue({ isBack, isIn = false }: Occasion = { isBack: false }): Promise<void> {
  // Whether the server is back, the run under way learns itself; who signs in may come too late for it.
  const current = isBack && !isIn ? work.current() : null
  if (current !== null) return current
  occasion = { isBack: occasion.isBack || isBack, isIn: occasion.isIn || isIn }
  return work.run()
}

/** The server answered somebody: what waited for it need wait no longer. */
export async function serverIsBack(): Promise<void> {
  if ((await store.all()).length > 0) await workQueue({ isBack: true })
}

/**
 * Keeps a filing for later: because the server has just not answered, or `isNew` when nobody asked it yet. Of one that waits
 * already the words stay, unless these are `isNewest`.
 */
export async function addToQueue(
  filing: WaitingFiling,
  source: ArrayBuffer,
  { isNew, isNewest = false }: { isNew: boolean; isNewest?: boolean } = { isNew: false },
): Promise<void> {
  const account = await accountOf()
  if (!account) throw new Error('nobody is signed in')
  const now = Date.now()
  const kept = await keptFiling(filing, source, { account, now })
  const all = await store.all()
  const away = { failure: 'offline', attempts: 1, dueAt: now + FIRST_PAUSE_MS } as const
  const isKnown = all.some(({ id }) => id === kept.id)
  const fresh = isNew && isKnown && !isNewest ? null : decidedAgain(isNew ? kept : { ...kept, ...away }, all)
  if (fresh) await store.add(fresh, source)
  around.onChange()
  // It is kept, which is all that the caller waits for.
  if (isNew) void workQueue()
  else await setAlarm()
}

/** Says of a mail that it cannot be filed, for there is no reading it; the user may try again when it is there. */
export async function addUnread(filing: WaitingFiling): Promise<void> {
  const account = await accountOf()
  if (!account) throw new Error('nobody is signed in')
  const kept = await keptFiling(filing, new ArrayBuffer(0), { account, now: Date.now() })
  // Without a source they would all be the same.
  await store.add({ ...kept, id: `${kept.id} ${filing.messageId}`, state: 'stopped', failure: 'no-source' }, null)
  around.onChange()
}

/** What the signed-in user has waiting. */
export async function listQueue(): Promise<QueuedFiling[]> {
  const account = await accountOf()
  const own = (await store.all()).filter(one => one.account === account)
  return own.toSorted((one, other) => (one.addedAt < other.addedAt ? -1 : 1)).map(shown)
}

/** Tries one filing now, also one that had stopped. */
export async function retryQueued(id: string): Promise<void> {
  const filing = await ownFiling(id)
  if (!filing) return
  const source = (await store.source(id)) ?? (await readSource(filing))
  if (!source) return
  await store.add({ ...filing, state: 'waiting', failure: null, dueAt: 0 }, source)
  await workQueue()
}

/** What could not be read before may be there by now. */
async function readSource({ messageId }: KeptFiling): Promise<ArrayBuffer | null> {
  if (!messageId) return null
  for await (const [copy] of everyPage(await messenger.messages.query({ headerMessageId: messageId })))
    if (copy) return (await messenger.messages.getRaw(copy.id)).arrayBuffer().catch(() => null)
  return null
}

/** Forgets a filing; the mail stays where it is. */
export async function discardQueued(id: string): Promise<void> {
  if (!(await ownFiling(id))) return
  await store.remove(id)
  around.onChange()
}

/** Looks at the queue when its time has come, when Thunderbird starts, and when somebody signs in. */
export function followQueue(): void {
  messenger.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) void workQueue()
  })
  messenger.runtime.onStartup.addListener(() => void workQueue({ isBack: true }))
  messenger.storage.onChanged.addListener((changes, area) => {
    if (area === 'local' && 'account' in changes) void workQueue({ isBack: true, isIn: true })
  })
}

const FIRST_PAUSE_MS = 15_000

async function ownFiling(id: string): Promise<KeptFiling | undefined> {
  const account = await accountOf()
  return (await store.all()).find(one => one.id === id && one.account === account)
}

async function setAlarm(): Promise<void> {
  const when = await nextDue(store, await accountOf())
  if (when === null) await messenger.alarms.clear(ALARM)
  else messenger.alarms.create(ALARM, { when: Math.max(when, Date.now() + 1_000) })
}

function shown({ account: _account, dueAt: _due, ...rest }: KeptFiling) {
  return rest
}
