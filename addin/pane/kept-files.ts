import type { HostStorage } from '../host/mail-host.ts'

const KEY = 'files'
const MOST_RECENT = 8
const MOST_PINNED = 20

/** Contractors that the user has at hand on this device. Only who, not what: the server says each time what may be seen of them. */
export interface KeptFiles {
  pinned: string[]
  /** Latest first. */
  recent: string[]
}

/** Both lists as they are kept. */
export async function readFiles(storage: HostStorage): Promise<KeptFiles> {
  const kept = await storage.read(KEY).catch(() => null)
  try {
    const { pinned, recent } = JSON.parse(kept ?? '{}') as Partial<KeptFiles>
    return { pinned: idsOf(pinned), recent: idsOf(recent) }
  } catch {
    return { pinned: [], recent: [] }
  }
}

/** Remembers that a file was looked at. */
export async function noteFile(storage: HostStorage, id: string): Promise<void> {
  await change(storage, ({ pinned, recent }) => ({
    pinned,
    recent: [id, ...without(recent, id)].slice(0, MOST_RECENT),
  }))
}

/** Keeps a file at hand for good. */
export async function pinFile(storage: HostStorage, id: string): Promise<void> {
  await change(storage, ({ pinned, recent }) => ({
    recent,
    pinned: [id, ...without(pinned, id)].slice(0, MOST_PINNED),
  }))
}

/** Lets a file go from the pinned ones. */
export async function unpinFile(storage: HostStorage, id: string): Promise<void> {
  await change(storage, ({ pinned, recent }) => ({ recent, pinned: without(pinned, id) }))
}

async function change(storage: HostStorage, next: (kept: KeptFiles) => KeptFiles): Promise<void> {
  await storage.write(KEY, JSON.stringify(next(await readFiles(storage)))).catch(() => undefined)
}

const without = (ids: string[], id: string) => ids.filter(one => one !== id)

function idsOf(kept: unknown): string[] {
  return Array.isArray(kept) ? kept.filter(id => typeof id === 'string') : []
}
