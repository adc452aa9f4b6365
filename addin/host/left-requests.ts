import { accountOf } from './thunderbird-account.ts'
import type { LeftRequest } from './thunderbird-question.ts'

const PREFIX = 'left:'

/** A request that a page left, and whose it was. */
export interface KeptRequest extends LeftRequest {
  account: string | null
}

/**
 * Keeps on this device what a page left, without the background: while that wakes up the page may be gone, and even
 * Thunderbird.
 */
export async function keepLeft(left: LeftRequest): Promise<void> {
  const kept: KeptRequest = { ...left, account: await accountOf() }
  await messenger.storage.local.set({ [PREFIX + left.id]: kept })
}

/** Forgets it: it is made, its page makes it itself, or it was undone. */
export async function forgetLeft(id: string): Promise<void> {
  await messenger.storage.local.remove(PREFIX + id)
}

/** All that is kept here. */
export async function allLeft(): Promise<KeptRequest[]> {
  const all = await messenger.storage.local.get(null)
  return Object.entries(all).flatMap(([key, kept]) => (key.startsWith(PREFIX) ? [kept as KeptRequest] : []))
}

/** Whether something was left by this change of what is kept. */
export function isLeaving(changes: Record<string, unknown>): boolean {
  return Object.entries(changes).some(
    ([key, change]) => key.startsWith(PREFIX) && (change as { newValue?: unknown }).newValue !== undefined,
  )
}
