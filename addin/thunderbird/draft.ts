import type { Draft, MailAddress, MeantCase } from '../host/mail-host.ts'
import { accountOf } from '../host/thunderbird-account.ts'
import { readAddresses } from './read-addresses.ts'
import { forgetSaved, keepSaved, readSaved } from './saved-draft.ts'

const PREFIX = 'draft:'
const SAVED_AS = 'draft-saved-as:'

/** What is kept with a draft while its window is open. */
interface KeptDraft {
  meant: MeantCase | null
  /** Who chose it. */
  account?: string | null
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
  await readKept(tab)
  await writeKept(tab, { meant, account: await accountOf() })
  const savedAs = await readSavedAs(tab)
  if (savedAs) await keepWithSaved(tab, savedAs)
}

/** The case that a draft is meant for, and who chose it. */
export async function meantOf(tab: number): Promise<{ meant: MeantCase | null; account: string | null }> {
  const { meant, account = null } = await readKept(tab)
  return { meant, account }
}

/** Keeps the case with the draft when it is saved, also by itself. */
export async function draftSaved({ id }: MessengerTab, { mode, messages, error }: MessengerSaved): Promise<void> {
  const savedAs = messages[0]?.headerMessageId
  if (id === undefined || error || mode === 'template' || !savedAs) return
  await readKept(id)
  const before = await readSavedAs(id)
  // A case may be chosen at this moment, in another page: it is written before that page reads this, and this before the
  // case is read here, so whoever comes second sees both.
  await writeSavedAs(id, savedAs)
  await keepWithSaved(id, savedAs)
  if (before && before !== savedAs) await forgetSaved(before)
}

async function keepWithSaved(tab: number, savedAs: string): Promise<void> {
  const { meant } = await readKept(tab)
  await keepSaved(savedAs, meant)
  const { meant: latest } = await readKept(tab)
  if (latest?.caseId !== meant?.caseId) await keepSaved(savedAs, latest)
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
  await readKept(tab)
  const savedAs = await readSavedAs(tab)
  await messenger.storage.session.remove([PREFIX + tab, SAVED_AS + tab])
  if (savedAs) await forgetSaved(savedAs)
}

async function readKept(tab: number): Promise<KeptDraft> {
  const kept = (await messenger.storage.session.get(PREFIX + tab))[PREFIX + tab] as KeptDraft | undefined
  if (kept) return kept
  const reopened = await readReopened(tab).catch(() => null)
  if (reopened) await writeKept(tab, reopened)
  return reopened ?? { meant: null }
}

/** What was kept with a draft that was saved and is open again; null when this is none. */
async function readReopened(tab: number): Promise<KeptDraft | null> {
  const { type, relatedMessageId } = await messenger.compose.getComposeDetails(tab)
  if (type !== 'draft' || relatedMessageId === undefined) return null
  const { headerMessageId: savedAs } = await messenger.messages.get(relatedMessageId)
  const meant = await readSaved(savedAs)
  if (meant) await writeSavedAs(tab, savedAs)
  return meant && { meant, account: await accountOf() }
}

/** The Message-ID under which a draft was saved last. */
async function readSavedAs(tab: number): Promise<string | null> {
  const savedAs = (await messenger.storage.session.get(SAVED_AS + tab))[SAVED_AS + tab]
  return typeof savedAs === 'string' ? savedAs : null
}

async function writeSavedAs(tab: number, savedAs: string): Promise<void> {
  await messenger.storage.session.set({ [SAVED_AS + tab]: savedAs })
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
