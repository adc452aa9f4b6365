import type { SelectedMail } from '../host/mail-host.ts'

const PREFIX = 'selection:'

/** Keeps the selected mails for the window that is about to open; returns the key under which it finds them. */
export async function keepSelection(mails: SelectedMail[]): Promise<string> {
  const key = PREFIX + crypto.randomUUID()
  // The numbers of mails are valid until Thunderbird is closed, and so is this storage.
  await messenger.storage.session.set({ [key]: mails })
  return key
}

/** The mails that a window was opened for. */
export async function readSelection(key: string): Promise<SelectedMail[]> {
  const kept = key.startsWith(PREFIX) ? (await messenger.storage.session.get(key))[key] : null
  return Array.isArray(kept) ? kept : []
}
