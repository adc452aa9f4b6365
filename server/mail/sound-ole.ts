/** A compound file as far as its chains are concerned, [MS-CFB]. */
type Ole = { bytes: Buffer; sectorSize: number; sectors: number; fat: (sector: number) => number }
type Entry = { type: number; left: number; right: number; child: number; start: number; size: number }

const SIGNATURE = Buffer.from('d0cf11e0a1b11ae1', 'hex')
const END = 0xfffffffe
const NONE = 0xffffffff
const ENTRY_SIZE = 128
const MINI_SIZE = 64
const SMALLEST_LARGE = 4_096
const STORAGE = 1
const STREAM = 2
const ROOT = 5

/**
 * Whether a compound file (.msg) can be read without end or measure: every chain ends, no two share a sector, the
 * streams are together no larger than the file, and the tree of names has no loop. Readers take that on trust.
 */
export function isSoundOle(bytes: Buffer): boolean {
  const ole = openOle(bytes)
  if (!ole) return false
  const taken = new Set<number>()
  const directory = chainFrom(ole.fat, bytes.readUInt32LE(48), taken, ole.sectors)
  if (!directory) return false
  const entries = directory.flatMap(sector => entriesIn(ole, sector))
  return areStreamsSound(ole, entries, taken) && isTreeSound(entries)
}

function openOle(bytes: Buffer): Ole | null {
  if (bytes.length < 1_536 || !bytes.subarray(0, 8).equals(SIGNATURE)) return null
  const shift = bytes.readUInt16LE(30)
  if ((shift !== 9 && shift !== 12) || bytes.readUInt16LE(32) !== 6) return null
  const sectorSize = 1 << shift
  const sectors = Math.ceil(bytes.length / sectorSize) - 1
  const places = fatPlaces(bytes, sectorSize, sectors)
  if (!places) return null
  const perSector = sectorSize / 4
  const fat = (sector: number) => {
    const place = places[Math.floor(sector / perSector)]
    if (place === undefined) return NONE
    const at = (place + 1) * sectorSize + (sector % perSector) * 4
    return at + 4 <= bytes.length ? bytes.readUInt32LE(at) : NONE
  }
  return { bytes, sectorSize, sectors, fat }
}

/** The sectors that hold the table of chains: 109 named in the header, the others in a chain of their own. */
function fatPlaces(bytes: Buffer, sectorSize: number, sectors: number): number[] | null {
  const count = bytes.readUInt32LE(44)
  if (count > sectors) return null
  const places: number[] = []
  for (let index = 0; index < Math.min(109, count); index += 1) places.push(bytes.readUInt32LE(76 + index * 4))
  let further = bytes.readUInt32LE(68)
  for (let steps = 0; places.length < count && further < NONE - 1; steps += 1) {
    const at = (further + 1) * sectorSize
    if (steps > sectors || at + sectorSize > bytes.length) return null
    for (let index = 0; index < sectorSize / 4 - 1 && places.length < count; index += 1)
      places.push(bytes.readUInt32LE(at + index * 4))
    further = bytes.readUInt32LE(at + sectorSize - 4)
  }
  return places.every(place => place < sectors) ? places : null
}

/** The members of a chain; null when it has no end, leaves the file, or takes what another chain holds. */
function chainFrom(next: (at: number) => number, start: number, taken: Set<number>, limit: number): number[] | null {
  const chain: number[] = []
  for (let at = start; at !== END; at = next(at)) {
    if (at >= limit || taken.has(at)) return null
    taken.add(at)
    chain.push(at)
  }
  return chain
}

function entriesIn({ bytes, sectorSize }: Ole, sector: number): Entry[] {
  const entries: Entry[] = []
  const from = (sector + 1) * sectorSize
  for (let at = from; at < from + sectorSize && at + ENTRY_SIZE <= bytes.length; at += ENTRY_SIZE) {
    const long = (place: number) => bytes.readUInt32LE(at + place)
    const [left, right, child, start, size] = [long(68), long(72), long(76), long(116), long(120)]
    entries.push({ type: bytes.readUInt8(at + 66), left, right, child, start, size })
  }
  return entries
}

function areStreamsSound(ole: Ole, entries: Entry[], taken: Set<number>): boolean {
  const { bytes, sectorSize, sectors, fat } = ole
  const root = entries[0]
  if (root?.type !== ROOT) return false
  const streams = entries.filter(({ type, size }) => type === STREAM && size > 0)
  if (streams.reduce((sum, { size }) => sum + size, 0) > bytes.length) return false
  const isEmpty = root.size === 0 || root.start === END
  const mini = isEmpty ? [] : chainFrom(fat, root.start, taken, sectors)
  const table = bytes.readUInt32LE(64) === 0 ? [] : chainFrom(fat, bytes.readUInt32LE(60), taken, sectors)
  if (!mini || !table) return false

  const miniTaken = new Set<number>()
  const nextMini = (at: number) => {
    const sector = table[Math.floor((at * 4) / sectorSize)]
    const place = sector === undefined ? bytes.length : (sector + 1) * sectorSize + ((at * 4) % sectorSize)
    return place + 4 <= bytes.length ? bytes.readUInt32LE(place) : NONE
  }
  const miniLimit = (mini.length * sectorSize) / MINI_SIZE
  return streams.every(({ size, start }) => {
    const isLarge = size >= SMALLEST_LARGE
    const chain = isLarge ? chainFrom(fat, start, taken, sectors) : chainFrom(nextMini, start, miniTaken, miniLimit)
    return chain !== null && chain.length * (isLarge ? sectorSize : MINI_SIZE) >= size
  })
}

/** Every entry hangs in the tree of names once, or not at all. */
function isTreeSound(entries: Entry[]): boolean {
  const seen = new Set([0])
  const waiting = [entries[0]?.child ?? NONE]
  while (waiting.length > 0) {
    const at = waiting.pop() ?? NONE
    if (at === NONE) continue
    const entry = entries[at]
    if (!entry || seen.has(at)) return false
    seen.add(at)
    waiting.push(entry.left, entry.right)
    if (entry.type === STORAGE) waiting.push(entry.child)
  }
  return true
}
