/** The data set of the figures: how many of each, and the sizes of contractor files by Zipf's law. */
export interface Plan {
  items: number
  contractors: number
  users: number
  groups: number
  /** Cases of the biggest contractor, each with an audience of its own. */
  bigCases: number
}

/** The full data set, or a smaller one of the same shape. */
export function planFor(items: number): Plan {
  return { items, contractors: Math.max(200, Math.round(items / 50)), users: 200, groups: 20, bigCases: 42 }
}

/** How many items each contractor has, the biggest first. */
export function fileSizes({ items, contractors }: Plan): number[] {
  const weights = Array.from({ length: contractors }, (_, rank) => 1 / (rank + 1))
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  return weights.map(weight => Math.max(1, Math.floor((items * weight) / total)))
}

/** A small repeatable random source (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** A repeatable UUID for the n-th thing of a kind. */
export function idOf(kind: number, index: number): string {
  // Spread over the whole range, as random ids are, or the indexes would be unlike real ones.
  const mixed = (BigInt(index) * 0x9e3779b97f4a7c15n + BigInt(kind) * 0xd1b54a32d192ed03n) & 0xffffffffffffffffn
  const hex =
    mixed.toString(16).padStart(16, '0') + kind.toString(16).padStart(4, '0') + index.toString(16).padStart(12, '0')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`
}

/** What the first number of `idOf` stands for. */
export const kindOf = {
  user: 1,
  group: 2,
  contractor: 3,
  audience: 4,
  caseFile: 5,
  caseAudience: 6,
  item: 7,
  message: 8,
  filing: 9,
  address: 10,
}

/** The readers of the figures, by their user number. */
export const readers = {
  'sees 90 %': 0,
  'sees 1 %': 1,
  'sees 10 items': 2,
  'in 3 audiences': 3,
  'in 500 audiences': 4,
  'in 20,000 audiences': 5,
} as const

export type Reader = keyof typeof readers
