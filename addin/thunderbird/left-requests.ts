import type { LeftRequest } from '../host/thunderbird-question.ts'
import { askServer } from './ask-server.ts'
import { accountOf } from './signed-in.ts'

const PREFIX = 'left:'
const IN_TROUBLE = 500

/** A request that a page left, and whose it was. */
interface KeptRequest extends LeftRequest {
  account: string | null
}

/** Keeps what a page left on this device, so that it outlives even Thunderbird's end. */
export async function keepLeft(left: LeftRequest): Promise<void> {
  const kept: KeptRequest = { ...left, account: await accountOf() }
  await messenger.storage.local.set({ [PREFIX + left.id]: kept })
}

/** Forgets it: its page does it itself, or it was undone. */
export async function forgetLeft(id: string): Promise<void> {
  await messenger.storage.local.remove(PREFIX + id)
}

/** All that is kept here. */
export async function allLeft(): Promise<KeptRequest[]> {
  const all = await messenger.storage.local.get(null)
  return Object.entries(all).flatMap(([key, kept]) => (key.startsWith(PREFIX) ? [kept as KeptRequest] : []))
}

/** Makes what is kept under this number, as the one who left it; a server that cannot be reached hears of it another time. */
export async function makeLeft(id: string): Promise<void> {
  const kept = (await allLeft()).find(one => one.id === id)
  if (!kept || kept.account !== (await accountOf())) return
  const reply = await askServer(kept.path, kept.request).catch(() => null)
  // Nobody is there to be told of a refusal; the mail shows next time how it lies.
  if (reply && reply.status < IN_TROUBLE) await forgetLeft(id)
}
