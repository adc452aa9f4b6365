import type { MeantCase } from '../host/mail-host.ts'
import { accountOf } from '../host/thunderbird-account.ts'

const PREFIX = 'draft:'
const KEPT_MS = 90 * 24 * 60 * 60_000

/** The case that a draft in a folder of drafts is meant for, and by whom. */
interface SavedDraft {
  meant: MeantCase
  account: string
  savedAt: number
}

/** Keeps the case with a draft by its Message-ID, so that it is there when the draft is opened again; null lets it go. */
export async function keepSaved(messageId: string, meant: MeantCase | null): Promise<void> {
  const account = await accountOf()
  if (!meant || !account) return forgetSaved(messageId)
  const draft: SavedDraft = { meant, account, savedAt: Date.now() }
  await messenger.storage.local.set({ [PREFIX + messageId]: draft })
  await dropOld()
}

/** The case that the signed-in user meant a saved draft for, or null. */
export async function readSaved(messageId: string): Promise<MeantCase | null> {
  const draft = (await messenger.storage.local.get(PREFIX + messageId))[PREFIX + messageId] as SavedDraft | undefined
  return draft && draft.account === (await accountOf()) ? draft.meant : null
}

/** Forgets a draft that was sent, or saved under another Message-ID. */
export async function forgetSaved(messageId: string): Promise<void> {
  await messenger.storage.local.remove(PREFIX + messageId)
}

/** Forgets what somebody meant his drafts for. */
export async function forgetSavedOf(account: string): Promise<void> {
  await drop(draft => draft.account === account)
}

/** Nobody says when a draft is thrown away. */
async function dropOld(): Promise<void> {
  await drop(({ savedAt }) => savedAt < Date.now() - KEPT_MS)
}

async function drop(isOver: (draft: SavedDraft) => boolean): Promise<void> {
  const everything = Object.entries(await messenger.storage.local.get(null))
  const over = everything.filter(([key, draft]) => key.startsWith(PREFIX) && isOver(draft as SavedDraft))
  await messenger.storage.local.remove(over.map(([key]) => key))
}
