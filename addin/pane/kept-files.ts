import type { HostStorage } from '../host/mail-host.ts'

const KEY = 'seen-files'

/** A file as its link reads. */
export interface SeenFile {
  id: string
  name: string
  city: string | null
}

/** The files at hand, as the server said last. */
export interface SeenFiles {
  /** The one pinned last first. */
  pinned: SeenFile[]
  /** The one looked at last first. */
  recent: SeenFile[]
}

/** Keeps what the server said last, for when it is away; forgotten with the session (`session.ts`). */
export async function keepSeen(storage: HostStorage, { pinned, recent }: SeenFiles): Promise<void> {
  const short = ({ id, name, city }: SeenFile) => ({ id, name, city })
  const kept: SeenFiles = { pinned: pinned.map(short), recent: recent.map(short) }
  await storage.write(KEY, JSON.stringify(kept)).catch(() => undefined)
}

/** What the server said last. */
export async function readSeen(storage: HostStorage): Promise<SeenFiles> {
  try {
    const { pinned, recent } = JSON.parse((await storage.read(KEY)) ?? '{}') as Partial<SeenFiles>
    return { pinned: filesOf(pinned), recent: filesOf(recent) }
  } catch {
    return { pinned: [], recent: [] }
  }
}

function filesOf(kept: unknown): SeenFile[] {
  if (!Array.isArray(kept)) return []
  return kept.filter(one => typeof one?.id === 'string' && typeof one?.name === 'string')
}
