import { Readable } from 'node:stream'
import type { LiveEvent } from '../../shared/event.ts'

const HEARTBEAT_MS = 15_000
const STALLED_MS = 60_000
const ROOM = 64 * 1024

/** The bytes of one listener, and how he is told. */
export interface EventStream {
  body: Readable
  tell(events: LiveEvent[]): void
  end(): void
}

/**
 * Events as text. A reader who is slower than the news is not buffered for without end: what he misses becomes one word to
 * ask for everything anew, and one who takes nothing for a minute is let go.
 */
export function openEventStream(onClose: () => void): EventStream {
  let isFull = false
  let hasMissed = false
  let fullSince = 0
  const body = new Readable({
    highWaterMark: ROOM,
    read() {
      isFull = false
      if (hasMissed) write(lineOf([{ type: 'resync' }]))
      hasMissed = false
    },
  })
  function write(text: string) {
    if (body.destroyed || body.readableEnded) return
    if (!isFull) isFull = !body.push(text)
    if (isFull && fullSince === 0) fullSince = Date.now()
    if (!isFull) fullSince = 0
  }
  const heart = setInterval(() => {
    if (isFull && Date.now() - fullSince > STALLED_MS) body.destroy()
    else if (!isFull) write(':\n\n')
  }, HEARTBEAT_MS)
  heart.unref()
  body.once('close', () => {
    clearInterval(heart)
    onClose()
  })
  // Sent at once, so that the reader knows that he is heard.
  write(':\n\n')
  return {
    body,
    tell(events) {
      if (isFull) hasMissed = true
      else write(lineOf(events))
    },
    end: () => void (body.destroyed || body.push(null)),
  }
}

function lineOf(events: LiveEvent[]): string {
  return `data: ${JSON.stringify(events)}\n\n`
}
