import { lookUp } from '../../shared/lookup.ts'
import type { Output } from '../../shared/route.ts'
import type { MailAddress, MeantCase } from '../host/mail-host.ts'
import { findStrangers } from '../outlook/find-strangers.ts'
import { askServer } from './ask-server.ts'
import { isAllowed, readDraft } from './draft.ts'
import { readAddresses } from './read-addresses.ts'

/** Why a mail should be looked at before it is sent. */
export interface Warning {
  tab: number
  recipients: string
  reference: string
  contractorName: string
  /** Whoever is no party of the case, and whose he is instead, where that is known. */
  strangers: { address: string; contractorName: string | null }[]
}

const WINDOW = { type: 'popup' as const, width: 460, height: 420 }
const PATIENCE_MS = 3_000

/**
 * Stops a mail whose recipients do not belong to the case that it is meant for, and asks. Whatever goes wrong, the mail
 * may go: a guard must not hold up anybody's post.
 */
export async function guardSending(tab: MessengerTab): Promise<{ cancel: boolean }> {
  return { cancel: tab.id !== undefined && (await warn(tab.id).catch(() => false)) }
}

/** Asks whether the mail shall go; false when there is nothing to ask. */
async function warn(tab: number): Promise<boolean> {
  const warning = await warningOf(tab)
  if (!warning) return false
  const key = `guard:${crypto.randomUUID()}`
  await messenger.storage.session.set({ [key]: warning })
  await messenger.windows.create({ ...WINDOW, url: `guard.html#${key}` })
  return true
}

async function warningOf(tab: number): Promise<Warning | null> {
  const { to, cc, bcc, meant } = await readDraft(tab)
  if (!meant) return null
  const everybody = [...to, ...cc, ...bcc]
  const strangers = findStrangers(meant, everybody, await ownAddress(tab))
  const recipients = everybody.map(({ address }) => address).join(' ')
  if (strangers.length === 0 || (await isAllowed(tab, recipients))) return null
  const owners = await ownersOf(strangers, meant)
  return {
    tab,
    recipients,
    reference: meant.reference,
    contractorName: meant.contractorName,
    strangers: strangers.map(({ address }) => ({ address, contractorName: owners.get(address) ?? null })),
  }
}

async function ownAddress(tab: number): Promise<string> {
  const { from } = await messenger.compose.getComposeDetails(tab)
  const [own] = await readAddresses(typeof from === 'string' ? [from] : [])
  return own?.address ?? ''
}

/** Of which other contractors they are. A server that is away or slow is not waited for. */
async function ownersOf(strangers: MailAddress[], meant: MeantCase): Promise<Map<string, string>> {
  const late = new Promise<Map<string, string>>(resolve => setTimeout(() => resolve(new Map()), PATIENCE_MS))
  return Promise.race([late, askOwners(strangers, meant).catch(() => new Map<string, string>())])
}

async function askOwners(strangers: MailAddress[], meant: MeantCase): Promise<Map<string, string>> {
  const owners = new Map<string, string>()
  const headers = { accept: 'application/json', 'content-type': 'application/json' }
  // One by one, since the answer names each contractor by one address of his only.
  for (const { address } of strangers.slice(0, 5)) {
    const body = JSON.stringify({ to: [address], limit: 1 })
    const reply = await askServer(lookUp.url, { method: lookUp.method, headers, body })
    if (reply.status !== 200) continue
    const other = (JSON.parse(reply.body) as Output<typeof lookUp>).contractors.find(
      one => one.id !== meant.contractorId,
    )
    if (other) owners.set(address, other.name)
  }
  return owners
}
