/** A seeded source of chance: the same seed gives the same sequence on every machine. */
export type Random = {
  /** A number from 0 (included) to 1 (excluded). */
  next: () => number
  /** A whole number from `low` to `high`, both included. */
  between: (low: number, high: number) => number
  /** True with the given probability. */
  chance: (probability: number) => boolean
  /** One of the given things. */
  pick: <Thing>(things: readonly Thing[]) => Thing
  /** The given things in another order. */
  shuffle: <Thing>(things: readonly Thing[]) => Thing[]
  /** That many hexadecimal digits. */
  hex: (length: number) => string
  /** That many decimal digits. */
  digits: (length: number) => string
}

/** Starts a sequence for one named purpose, so that more of one thing does not change another. */
export function randomFor(seed: number, purpose: string): Random {
  let state = hashOf(`${seed}/${purpose}`)

  function next(): number {
    state = (state + 0x9e3779b9) | 0
    let mixed = state ^ (state >>> 16)
    mixed = Math.imul(mixed, 0x21f0aaad)
    mixed ^= mixed >>> 15
    mixed = Math.imul(mixed, 0x735a2d97)
    mixed ^= mixed >>> 15
    return (mixed >>> 0) / 0x1_0000_0000
  }

  const between = (low: number, high: number) => low + Math.floor(next() * (high - low + 1))
  const digitsOf = (alphabet: string, length: number) =>
    Array.from({ length }, () => alphabet[between(0, alphabet.length - 1)]).join('')

  return {
    next,
    between,
    chance: probability => next() < probability,
    pick: things => pickFrom(things, next()),
    shuffle: things => shuffled(things, between),
    hex: length => digitsOf('0123456789abcdef', length),
    digits: length => digitsOf('0123456789', length),
  }
}

function pickFrom<Thing>(things: readonly Thing[], fraction: number): Thing {
  if (things.length === 0) throw new Error('Nothing to pick from')
  return things[Math.floor(fraction * things.length)] as Thing
}

function shuffled<Thing>(things: readonly Thing[], between: (low: number, high: number) => number): Thing[] {
  const result = [...things]
  for (let last = result.length - 1; last > 0; last -= 1) {
    const other = between(0, last)
    const moved = result[last] as Thing
    result[last] = result[other] as Thing
    result[other] = moved
  }
  return result
}

/** FNV-1a over UTF-16 units with a final mix, so that near names start far apart. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  }
  hash = Math.imul(hash ^ (hash >>> 13), 0x5bd1e995)
  return hash ^ (hash >>> 15)
}
