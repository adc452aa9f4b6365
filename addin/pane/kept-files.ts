import type { HostStorage } from '../host/mail-host.ts'

const PINS = 'files'
const SEEN = 'seen-files'
const MOST_PINNED = 20

/** A file as its link reads. */
export interface SeenFile {
  id: string
  name: string
  city: string | null
}

/** The files at hand. */
export interface SeenFiles {
  pinned: SeenFile[]
  /** Latest first. */
  recent: SeenFile[]
}

/** Contractors that the user has pinned on this device. Only who, not what: the server says each time what may be seen of them. */
export async function readPins(storage: HostStorage): Promise<string[]> {
  const { pinned } = await read<{ pinned: unknown }>(storage, PINS)
  return Array.isArray(pinned) ? pinned.filter(id => typeof id === 'string') : []
}

/** Keeps a file at hand for good. */
export async function pinFile(storage: HostStorage, id: string): Promise<void> {
  await keepPins(storage, [id, ...(await readPins(storage)).filter(one => one !== id)].slice(0, MOST_PINNED))
}

/** Lets a file go from the pinned ones. */
export async function unpinFile(storage: HostStorage, id: string): Promise<void> {
  await keepPins(
    storage,
    (await readPins(storage)).filter(one => one !== id),
  )
}

/** Keeps what the server said last, for when it is away; forgotten with the session (`session.ts`). */
export async function keepSeen(storage: HostStorage, { pinned, recent }: SeenFiles): Promise<void> {
  const short = ({ id, name, city }: SeenFile) => ({ id, name, city })
  const kept: SeenFiles = { pinned: pinned.map(short), recent: recent.map(short) }
  await storage.write(SEEN, JSON.stringify(kept)).catch(() => undefined)
}

/** What the server said last. */
export async function readSeen(storage: HostStorage): Promise<SeenFiles> {
  const { pinned, recent } = await read<Partial<SeenFiles>>(storage, SEEN)
  return { pinned: filesOf(pinned), recent: filesOf(recent) }
}

async function keepPins(storage: HostStorage, pinned: string[]) {
  await storage.write(PINS, JSON.stringify({ pinned })).catch(() => undefined)
}

async function read<Kept extends object>(storage: HostStorage, key: string): Promise<Partial<Kept>> {
  try {
    return JSON.parse((await storage.read(key)) ?? '{}') ?? {}
  } catch {
    return {}
  }
}

function filesOf(kept: unknown): SeenFile[] {
  if (!Array.isArray(kept)) return []
  return kept.filter(one => typeof one?.id === 'string' && typeof one?.name === 'string')
}
