import { accountOf } from '../host/thunderbird-account.ts'
import type { BegunWord, KeptBegun } from '../host/thunderbird-question.ts'

/** In memory only, and gone when Thunderbird is closed. */
const KEY = 'begun'
const MOST = 20
/** Far more than the fields of a quick addition hold. */
const MOST_LETTERS = 50_000

let last: Promise<unknown> = Promise.resolve()

/** What is kept is read and written again, so one waits for the other. */
function inTurn(act: () => Promise<void>): Promise<void> {
  const turn = last.then(act)
  last = turn.catch(() => undefined)
  return turn
}

/** What the signed-in user has begun beside mails, the last words of a page that has just gone with it; nothing of anybody else. */
export function readBegun(): Promise<KeptBegun> {
  return last.then(readKept, readKept)
}

async function readKept(): Promise<KeptBegun> {
  const account = await accountOf()
  const kept = (await messenger.storage.session.get(KEY))[KEY] as KeptBegun | undefined
  return { account, entries: account !== null && kept?.account === account ? kept.entries : [] }
}

/** Keeps what somebody has begun beside a mail, or lets it go; of whoever is signed in no more nothing is kept. */
export function keepBegun({ account, about, begun }: BegunWord): Promise<void> {
  return inTurn(async () => {
    const kept = await readKept()
    if (kept.account !== account) return
    const others = kept.entries.filter(([other]) => other !== about)
    const isKept = begun !== null && begun.length + about.length <= MOST_LETTERS
    const entries = isKept ? [...others, [about, begun]].slice(-MOST) : others
    await messenger.storage.session.set({ [KEY]: { account, entries } })
  })
}

/** Lets go of all that was begun. */
export function forgetBegun(): Promise<void> {
  return inTurn(() => messenger.storage.session.remove(KEY))
}
