import type { HostStorage, RestPlace, SelectedMail } from '../host/mail-host.ts'

const KEY = 'left-runs'
/** Whoever leaves more unfinished has let the oldest go. */
const MOST = 10
const LOCK = 'lupa-run '

/** What is left of a filing of many mails, kept on this device where nobody outlives the pane. */
export interface KeptRun {
  id: string
  /** Who began it: it is offered to nobody else. */
  account: string
  mails: SelectedMail[]
  /** Null when the server decides. */
  place: RestPlace | null
}

let last: Promise<unknown> = Promise.resolve()

/** Keeps what is left of a run; one that has nothing left is forgotten. */
export function keepRun(storage: HostStorage, run: KeptRun): Promise<void> {
  return change(storage, runs => [...runs.filter(({ id }) => id !== run.id), ...(run.mails.length > 0 ? [run] : [])])
}

/** Forgets a run that is through, or that nobody wants to be. */
export function forgetRun(storage: HostStorage, id: string): Promise<void> {
  return change(storage, runs => runs.filter(run => run.id !== id))
}

/** What this account has left unfinished, as far as no pane is at work on it. */
export async function runsLeft(storage: HostStorage, account: string): Promise<KeptRun[]> {
  const held = await globalThis.navigator?.locks?.query().catch(() => null)
  const isAtWork = ({ id }: KeptRun) => held?.held?.some(({ name }) => name === LOCK + id) ?? false
  return (await read(storage)).filter(run => run.account === account && !isAtWork(run))
}

/** Says to the other panes of this browser that one is at work on it, until `over`. */
export function holdRun(id: string, over: Promise<unknown>): void {
  // A frame that may keep nothing may not lock either, and shares nothing that would need it.
  void globalThis.navigator?.locks?.request(LOCK + id, () => over).catch(() => undefined)
}

/** One after the other, for each reads all and writes all. Where this device keeps nothing, the run goes on without. */
function change(storage: HostStorage, next: (runs: KeptRun[]) => KeptRun[]): Promise<void> {
  const done = last.then(async () => {
    const runs = next(await read(storage)).slice(-MOST)
    await (runs.length > 0 ? storage.write(KEY, JSON.stringify(runs)) : storage.remove(KEY))
  })
  last = done.catch(() => undefined)
  return done.catch(() => undefined)
}

async function read(storage: HostStorage): Promise<KeptRun[]> {
  try {
    const kept = JSON.parse((await storage.read(KEY)) ?? '[]')
    return Array.isArray(kept) ? kept.filter(isRun) : []
  } catch {
    return []
  }
}

function isRun(kept: Partial<KeptRun> | null): kept is KeptRun {
  return typeof kept?.id === 'string' && typeof kept.account === 'string' && Array.isArray(kept.mails)
}
