import { isAllowed, readDraft } from './draft.ts'
import { openWindow } from './open-window.ts'
import { readAddresses } from './read-addresses.ts'
import { type Warning, warningOf } from './warning.ts'

const SIZE = { width: 480, height: 440 }

/**
 * Stops a mail that goes to people outside the case that it is meant for, or takes something confidential outside, and
 * asks. Whatever goes wrong, the mail may go: a guard must not hold up anybody's post.
 */
export async function guardSending(tab: MessengerTab): Promise<{ cancel: boolean }> {
  return { cancel: tab.id !== undefined && (await warn(tab.id).catch(() => false)) }
}

/** Asks whether the mail shall go; false when there is nothing to ask. */
async function warn(tab: number): Promise<boolean> {
  const warning = await warningOf(tab, await readDraft(tab), await ownAddress(tab))
  if (!warning || (await isAllowed(tab, warning.subject))) return false
  await show(warning)
  return true
}

async function show(warning: Warning): Promise<void> {
  const key = `guard:${crypto.randomUUID()}`
  await messenger.storage.session.set({ [key]: warning })
  await openWindow(`guard.html#${key}`, SIZE)
}

async function ownAddress(tab: number): Promise<string> {
  const { from } = await messenger.compose.getComposeDetails(tab)
  const [own] = await readAddresses(typeof from === 'string' ? [from] : [])
  return own?.address ?? ''
}
