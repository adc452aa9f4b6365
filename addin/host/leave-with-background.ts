import { hexOf } from '../../shared/hex.ts'
import { isPageLeaving, keepAwake } from './ask-background.ts'
import { forgetLeft, keepLeft } from './left-requests.ts'
import { LEFT_REQUEST, type LeftAct, type LeftWord } from './thunderbird-question.ts'

const FIRST_PAUSE_MS = 10
const ATTEMPTS = 10

/** The requests that are left for the background at this moment. */
const left = new Set<string>()

/**
 * Leaves an act with the background, which does it when this page is gone without taking it back. What a page asks while
 * its window or tab closes is lost: Thunderbird no longer knows who spoke. Returns how to take it back.
 */
export function leaveWithBackground(act: LeftAct): () => void {
  const rest = keepAwake()
  const id = hexOf(crypto.getRandomValues(new Uint8Array(16)))
  const kept = keepLeft({ ...act, id })
  const name = 'path' in act ? nameOf(act.path, act.request) : null
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
  if (name !== null) left.add(name)
  layLine()
  return () => {
    rest()
    isTakenBack = true
    if (isPageLeaving()) return
    if (name !== null) left.delete(name)
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
