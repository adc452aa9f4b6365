import { ARE_YOU_THERE, LEFT_REQUEST, type LeftRequest, type LeftWord } from '../host/thunderbird-question.ts'
import { allLeft, forgetLeft, keepLeft, makeLeft } from './left-requests.ts'

const ASK_EVERY_MS = 1_000
const PATIENCE = 3

/**
 * Makes the requests that pages left here, once their page is gone. A line that is torn says so; one whose page went while
 * the background was still waking up is never torn, so the page is asked whether it is there. What was left in an earlier
 * life of the background is made when no page comes for it.
 */
export function makeLeftRequests(): void {
  const held = new Set<string>()
  messenger.runtime.onConnect.addListener(line => {
    if (line.name === LEFT_REQUEST) hold(line, held)
  })
  setTimeout(() => void makeWhatNobodyHolds(held), PATIENCE * ASK_EVERY_MS)
}

/** Holds what a page leaves on its line, whose number is among `held` as long as that lasts. */
function hold(line: MessengerPort, held: Set<string>): void {
  let left: LeftRequest | null = null
  let keeping = Promise.resolve()
  let unanswered = 0
  const asking = setInterval(() => {
    unanswered += 1
    if (unanswered > PATIENCE) end()
    else line.postMessage(ARE_YOU_THERE)
  }, ASK_EVERY_MS)

  function end({ isTakenBack } = { isTakenBack: false }) {
    clearInterval(asking)
    if (!left) return
    const { id } = left
    left = null
    held.delete(id)
    void keeping.then(() => (isTakenBack ? forgetLeft(id) : makeLeft(id))).catch(() => undefined)
  }

  line.onMessage.addListener(said => {
    const word = said as LeftWord
    unanswered = 0
    if (word === 'taken back') end({ isTakenBack: true })
    else if (word !== 'here') {
      left = word
      held.add(word.id)
      keeping = keepLeft(word)
    }
  })
  line.onDisconnect.addListener(() => end())
}

async function makeWhatNobodyHolds(held: ReadonlySet<string>): Promise<void> {
  for (const { id } of await allLeft()) if (!held.has(id)) await makeLeft(id)
}
