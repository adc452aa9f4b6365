import type { HostStorage, OpenMessage } from '../host/mail-host.ts'

const KEY = 'choices'
const MOST = 300

/** A contractor that the user chose for a thread. */
export interface Choice {
  id: string
  name: string
}

/** What the user chose for the thread of a message, or null. */
export async function readChoice(storage: HostStorage, message: OpenMessage): Promise<Choice | null> {
  const thread = threadOf(message)
  const kept = await readAll(storage)
  return kept.find(([known]) => known === thread)?.[1] ?? null
}

/** Remembers a choice for the whole thread; null forgets it. Only the latest few hundred are kept. */
export async function writeChoice(storage: HostStorage, message: OpenMessage, choice: Choice | null): Promise<void> {
  const thread = threadOf(message)
  if (!thread) return
  const others = (await readAll(storage)).filter(([known]) => known !== thread)
  const all = choice ? [...others, [thread, choice] as const] : others
  await storage.write(KEY, JSON.stringify(all.slice(-MOST)))
}

/** A thread is known by its first message. */
function threadOf(message: OpenMessage): string | null {
  return message.references[0] ?? message.inReplyTo ?? message.messageId
}

async function readAll(storage: HostStorage): Promise<(readonly [string, Choice])[]> {
  try {
    const kept: unknown = JSON.parse((await storage.read(KEY)) ?? '[]')
    return Array.isArray(kept) ? kept : []
  } catch {
    return []
  }
}
