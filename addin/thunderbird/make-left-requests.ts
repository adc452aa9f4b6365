import { allLeft, forgetLeft, isLeaving, type KeptAct } from '../host/left-requests.ts'
import { accountOf } from '../host/thunderbird-account.ts'
import { ARE_YOU_THERE, LEFT_REQUEST, type LeftWord } from '../host/thunderbird-question.ts'
import { askServer } from './ask-server.ts'
import { fileLeft } from './file-rest.ts'

const ASK_EVERY_MS = 1_000
const PATIENCE = 3
const IN_TROUBLE = 500

/**
 * Makes the requests that pages left on this device, once their page is gone. A line that is torn says so; but nothing says
 * it of a page that went while the background was still waking up. So who holds a line is asked whether it is there, and
 * what nobody holds a line for is made soon.
 */
export function makeLeftRequests(): void {
  const held = new Set<string>()
  const lookSoon = () => setTimeout(() => void makeWhatNobodyHolds(held), PATIENCE * ASK_EVERY_MS)
  messenger.runtime.onConnect.addListener(line => {
    if (line.name === LEFT_REQUEST) hold(line, held)
  })
  // It also wakes the background up for a page that is gone already.
  messenger.storage.onChanged.addListener((changes, area) => {
    if (area === 'local' && isLeaving(changes)) lookSoon()
  })
  lookSoon()
}

/** Listens on a page's line. The number of what it left is among `held` as long as it is the page's to make. */
function hold(line: MessengerPort, held: Set<string>): void {
  let id: string | null = null
  let unanswered = 0
  const asking = setInterval(() => {
    unanswered += 1
    if (unanswered > PATIENCE) pageIsGone()
    else line.postMessage(ARE_YOU_THERE)
  }, ASK_EVERY_MS)

  function letGo(): string | null {
    clearInterval(asking)
    const before = id
    id = null
    return before
  }
  function pageIsGone() {
    const left = letGo()
    if (!left) return
    held.delete(left)
    void make(left)
  }

  line.onMessage.addListener(said => {
    const word = said as LeftWord
    unanswered = 0
    if (word === 'taken back') {
      // Still held until nothing is kept of it: it may have been undone.
      const taken = letGo()
      if (taken) void forgetLeft(taken)
    } else if (word !== 'here') {
      id = word.left
      held.add(id)
    }
  })
  line.onDisconnect.addListener(pageIsGone)
}

async function makeWhatNobodyHolds(held: ReadonlySet<string>): Promise<void> {
  for (const kept of await allLeft()) if (!held.has(kept.id)) await makeKept(kept)
}

async function make(id: string): Promise<void> {
  for (const kept of await allLeft()) if (kept.id === id) await makeKept(kept)
}

/** Does what was left as the one who left it; a server that cannot be reached hears of it another time. */
async function makeKept(kept: KeptAct): Promise<void> {
  const { id, account } = kept
  if (account === null || account !== (await accountOf())) return
  if ('filing' in kept) {
    await fileLeft(kept, account)
    return forgetLeft(id)
  }
  const reply = await askServer(kept.path, kept.request).catch(() => null)
  // Nobody is there to be told of a refusal; the mail shows next time how it lies.
  if (reply && reply.status < IN_TROUBLE) await forgetLeft(id)
}
