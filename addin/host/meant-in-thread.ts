import type { MeantCase } from './mail-host.ts'
import { parseMeant } from './meant-case.ts'
import { settled } from './office-call.ts'

const KEY = 'lupa-threads'
const MOST = 12

/** Outlook's settings of one user, which follow him to other machines and which its events can read. */
interface Settings {
  get(name: string): unknown
  set(name: string, value: unknown): void
  saveAsync(done: OfficeDone<unknown>): void
}

/** The case that an earlier mail of this conversation was meant for, or null. */
export function meantInThread(settings: Settings, conversationId: string | null | undefined): MeantCase | null {
  return parseMeant(readAll(settings).find(([known]) => known === conversationId)?.[1])
}

/** Remembers the case for later mails of the conversation; only the latest few, because there is room for 32 KB. */
export function rememberInThread(
  settings: Settings,
  conversationId: string | null | undefined,
  meant: MeantCase | null,
) {
  if (!conversationId) return
  const others = readAll(settings).filter(([known]) => known !== conversationId)
  const all = meant ? [...others, [conversationId, JSON.stringify(meant)] as const] : others
  settings.set(KEY, JSON.stringify(all.slice(-MOST)))
  // Not kept is not lost: the draft itself holds its case, only the next of the conversation will not.
  settled<unknown>(done => settings.saveAsync(done)).catch(() => undefined)
}

function readAll(settings: Settings): (readonly [string, string])[] {
  try {
    const kept: unknown = JSON.parse(String(settings.get(KEY) ?? '[]'))
    return Array.isArray(kept) ? kept : []
  } catch {
    return []
  }
}
