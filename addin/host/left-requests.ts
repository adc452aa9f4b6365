import { accountOf } from './thunderbird-account.ts'
import type { LeftAct } from './thunderbird-question.ts'

const PREFIX = 'left:'

/** What a page left, under a number, and whose it was. */
export type KeptAct = LeftAct & { id: string; account: string | null }

/**
 * Keeps on this device what a page left, without the background: while that wakes up the page may be gone, and even
 * Thunderbird.
 */
export async function keepLeft(left: LeftAct & { id: string }): Promise<void> {
  const kept: KeptAct = { ...left, account: await accountOf() }
  await messenger.storage.local.set({ [PREFIX + left.id]: kept })
}

/** Forgets it: it is made, its page makes it itself, or it was undone. */
export async function forgetLeft(id: string): Promise<void> {
  await messenger.storage.local.remove(PREFIX + id)
}

/** All that is kept here. */
export async function allLeft(): Promise<KeptAct[]> {
  const all = await messenger.storage.local.get(null)
  return Object.entries(all).flatMap(([key, kept]) => (key.startsWith(PREFIX) ? [kept as KeptAct] : []))
}

/** Whether something was left by this change of what is kept. */
export function isLeaving(changes: Record<string, unknown>): boolean {
  return Object.entries(changes).some(
    ([key, change]) => key.startsWith(PREFIX) && (change as { newValue?: unknown }).newValue !== undefined,
  )
}
