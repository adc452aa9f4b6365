/** More of a document is neither found nor shown. */
const MOST_LETTERS = 500_000
/** What a document may unpack to, all its parts together, and how many of them are opened. */
const MOST_BYTES = 100 * 1024 * 1024
const MOST_PARTS = 1_000
/** A reader that looks at the clock stops here by itself and keeps what it has; one that does not is killed later. */
const MOST_MS = 15_000

/** Says that a document has used up what one document may cost; what was read until then is kept. */
export class UsedUp extends Error {
  override readonly name = 'UsedUp'
}

/** What the readers of all sorts write on. It holds the limits, so that no reader can forget them. */
export interface Page {
  /** Adds text as it stands. Throws `UsedUp` when the page is full or its time is over. */
  add(text: string): void
  /** Ends a line, unless nothing stands in it. */
  endLine(): void
  /** To be told of every piece that is unpacked. */
  noteBytes(count: number): void
  /** To be told of every part before it is opened. */
  notePart(): void
  text(): string
}

/** An empty page; `now` is the clock in milliseconds. */
export function openPage(now: () => number = Date.now): Page {
  const end = now() + MOST_MS
  const pieces: string[] = []
  let [letters, bytes, parts] = [0, 0, 0]
  let isLineEmpty = true
  const spend = (isOver: boolean) => {
    if (isOver || now() > end) throw new UsedUp()
  }
  return {
    add(text) {
      if (text === '') return
      pieces.push(text.slice(0, MOST_LETTERS - letters))
      letters += text.length
      isLineEmpty = false
      spend(letters > MOST_LETTERS)
    },
    endLine() {
      if (!isLineEmpty) pieces.push('\n')
      isLineEmpty = true
    },
    noteBytes(count) {
      bytes += count
      spend(bytes > MOST_BYTES)
    },
    notePart() {
      parts += 1
      spend(parts > MOST_PARTS)
    },
    text: () => pieces.join(''),
  }
}
