import type { SelectedMail } from '../host/mail-host.ts'

const PREFIX = 'selection:'
/** Stands for the key of a selection that Thunderbird has no room for. */
export const TOO_MANY = 'too-many'
const WINDOW = 'selection-of-window:'

/** Keeps the selected mails for the window that is about to open; returns the key under which it finds them. */
export async function keepSelection(mails: SelectedMail[]): Promise<string> {
  const key = PREFIX + crypto.randomUUID()
  // The numbers of mails are valid until Thunderbird is closed, and so is this storage.
  await messenger.storage.session.set({ [key]: mails })
  return key
}

/** Says whose selection it is: it is let go when this window is closed. */
export async function keepForWindow(key: string, window: number): Promise<void> {
  await messenger.storage.session.set({ [WINDOW + window]: key })
}

/** Lets the selections of closed windows go. */
export function followWindows(): void {
  messenger.windows.onRemoved.addListener(window => void forgetWindow(window))
}

async function forgetWindow(window: number): Promise<void> {
  const key = (await messenger.storage.session.get(WINDOW + window))[WINDOW + window]
  if (typeof key === 'string') await messenger.storage.session.remove([key, WINDOW + window])
}

/** The mails that a window was opened for. */
export async function readSelection(key: string): Promise<SelectedMail[]> {
  const kept = key.startsWith(PREFIX) ? (await messenger.storage.session.get(key))[key] : null
  return Array.isArray(kept) ? kept : []
}
