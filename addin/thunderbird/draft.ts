import type { Draft, MailAddress, MeantCase } from '../host/mail-host.ts'
import { readAddresses } from './read-addresses.ts'

const PREFIX = 'draft:'

/** What is kept with a draft while its window is open. */
interface KeptDraft {
  meant: MeantCase | null
  /** The recipients that the user was warned of and sends to all the same. */
  allowed?: string
}

/** The draft of a composer's tab. */
export async function readDraft(tab: number): Promise<Draft> {
  const [{ to, cc, bcc, subject }, { meant }] = await Promise.all([
    messenger.compose.getComposeDetails(tab),
    readKept(tab),
  ])
  const [tos, ccs, bccs] = await Promise.all([to, cc, bcc].map(recipients))
  return { id: `${tab}`, to: tos ?? [], cc: ccs ?? [], bcc: bccs ?? [], subject, meant }
}

/** Keeps the case with the draft, or lets it go. */
export async function keepMeant(tab: number, meant: MeantCase | null): Promise<void> {
  await writeKept(tab, { meant })
}

/** The case that a draft is meant for. */
export async function meantOf(tab: number): Promise<MeantCase | null> {
  return (await readKept(tab)).meant
}

/** Remembers that the user sends to these recipients in spite of the warning. */
export async function allow(tab: number, recipients: string): Promise<void> {
  await writeKept(tab, { ...(await readKept(tab)), allowed: recipients })
}

/** True when the user was warned of exactly these recipients. */
export async function isAllowed(tab: number, recipients: string): Promise<boolean> {
  return (await readKept(tab)).allowed === recipients
}

/** Forgets a draft that was sent or thrown away. */
export async function forgetDraft(tab: number): Promise<void> {
  await messenger.storage.session.remove(PREFIX + tab)
}

async function readKept(tab: number): Promise<KeptDraft> {
  const kept = (await messenger.storage.session.get(PREFIX + tab))[PREFIX + tab] as KeptDraft | undefined
  return kept ?? { meant: null }
}

// The numbers of tabs are valid until Thunderbird is closed, and so is this storage.
async function writeKept(tab: number, kept: KeptDraft): Promise<void> {
  await messenger.storage.session.set({ [PREFIX + tab]: kept })
}

/** Entries of the address book and mailing lists come as objects; only what is typed or filled in has an address here. */
async function recipients(field: MessengerRecipients): Promise<MailAddress[]> {
  const typed = (Array.isArray(field) ? field : [field]).filter(one => typeof one === 'string')
  return readAddresses(typed)
}
