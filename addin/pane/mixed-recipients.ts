import { domainOf } from '../../shared/address.ts'
import { lookUp } from '../../shared/lookup.ts'
import { call } from '../api/call.ts'
import { findMixed } from '../guard/find-strangers.ts'
import type { Draft, MailHost } from '../host/mail-host.ts'

const MOST = 10

/** Whose a recipient is: contractors by name, and the address or domain by which they are known. */
export interface WhoseRecipient {
  owners: string[]
  /** `a@b.pl` or `@b.pl` and the contractor's name, as the guard keeps it. */
  lines: string[]
}

/**
 * What the guard is to know of recipients who are of different contractors; nothing, where one contractor is common to all.
 * Each is asked for, since an answer about all of them names each contractor by one address of his only.
 */
export async function mixedAmong(
  host: MailHost,
  { to, cc, bcc }: Draft,
  { ours, known }: { ours: string[]; known: Map<string, WhoseRecipient> },
): Promise<string[]> {
  const addresses = [...new Set([...to, ...cc, ...bcc].map(({ address }) => address))]
  const foreign = addresses.filter(address => !ours.includes(address)).slice(0, MOST)
  for (const address of foreign) if (!known.has(address)) known.set(address, await askWhose(host, address))
  const mixed = findMixed(foreign.map(address => ({ address, owners: known.get(address)?.owners ?? [] })))
  return [...new Set(mixed.flatMap(({ address }) => known.get(address)?.lines ?? []))]
}

async function askWhose(host: MailHost, asked: string): Promise<WhoseRecipient> {
  const { contractors } = await call(host, lookUp, { body: { to: [asked], limit: 1 } })
  const whose = contractors.filter(({ via }) => via === 'address' || via === 'domain')
  return {
    owners: whose.map(({ name }) => name),
    lines: whose.map(({ via, name }) => `${via === 'domain' ? `@${domainOf(asked)}` : asked} ${name}`),
  }
}
