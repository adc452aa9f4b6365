import { randomKey } from '../api/random-key.ts'
import { isPageLeaving, keepAwake } from './ask-background.ts'
import { forgetLeft, keepLeft } from './left-requests.ts'
import { LEFT_REQUEST, type LeftRequest, type LeftWord } from './thunderbird-question.ts'

const FIRST_PAUSE_MS = 10
const ATTEMPTS = 10

/** What is left for the background at this moment. */
const left = new Set<string>()

/**
 * Leaves a request with the background, which makes it when this page is gone without taking it back. What a page asks while
 * its window or tab closes is lost: Thunderbird no longer knows who spoke. Returns how to take it back.
 */
export function leaveWithBackground(asked: Omit<LeftRequest, 'id'>): () => void {
  const rest = keepAwake()
  const id = randomKey()
  const kept = keepLeft({ ...asked, id })
  const name = nameOf(asked.path, asked.request)
  let line: MessengerPort | null = null
  let isTakenBack = false
  let attempt = 0
  const say = (word: LeftWord) => line?.postMessage(word)
  function layLine() {
    if (isTakenBack) return
    line = messenger.runtime.connect({ name: LEFT_REQUEST })
    line.onMessage.addListener(() => {
      attempt = 0
      say('here')
    })
    line.onDisconnect.addListener(() => {
      // It fell asleep all the same; or the add-on is switched off.
      attempt += 1
      if (attempt < ATTEMPTS) setTimeout(layLine, FIRST_PAUSE_MS * 2 ** (attempt - 1))
    })
    say({ left: id })
  }
  left.add(name)
  layLine()
  return () => {
    rest()
    isTakenBack = true
    if (isPageLeaving()) return
    left.delete(name)
    void kept.then(() => forgetLeft(id))
    say('taken back')
    line?.disconnect()
  }
}

/** Whether the background makes this request by itself, because this page goes away. */
export function isLeftBehind(path: string, request: { method: string }): boolean {
  return isPageLeaving() && left.has(nameOf(path, request))
}

function nameOf(path: string, { method }: { method: string }): string {
  return `${method} ${path}`
}
