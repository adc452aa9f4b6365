import { domainOf } from '../../shared/address.ts'
import type { MailAddress, MeantCase } from '../host/mail-host.ts'
import type { GuardText } from '../text/guard-pl.ts'
import { findMixed, findOutsiders, findStrangers } from './find-strangers.ts'

/** What is known of a draft when it is sent. */
export interface Sent {
  meant: MeantCase | null
  recipients: MailAddress[]
  /** Names of confidential documents that are attached. */
  confidential: string[]
  /** Contractors of recipients by address `a@b.pl` or domain `@b.pl`, as far as the pane knew. */
  owners?: Record<string, string[]>
  /** Who sends. */
  own: string
}

const MOST_NAMES = 3
/** Outlook cuts longer ones. */
const MOST_CHARACTERS = 500

/** Why the writer should look again before the mail leaves, the gravest first; undefined where there is nothing to say. */
export function warningOf(
  { meant, recipients, confidential, owners = {}, own }: Sent,
  text: GuardText,
): string | undefined {
  const strangers = findStrangers(meant, recipients, own).map(({ address }) => ({
    address,
    owner: ownerOf(meant, address),
  }))
  const unknown = strangers.filter(({ owner }) => owner === undefined)
  const others = strangers.filter(({ owner }) => owner !== undefined)
  const mixed = meant ? [] : findMixed(findOutsiders(recipients, own).map(one => ownedBy(owners, one)))
  const outsiders = confidential.length > 0 ? findOutsiders(recipients, own) : []
  const names = (list: string[]) => {
    const more = list.length > MOST_NAMES ? [text.more(list.length - MOST_NAMES)] : []
    return [...list.slice(0, MOST_NAMES), ...more].join(', ')
  }
  const addresses = (list: { address: string }[]) => names(list.map(({ address }) => address))
  const reasons = [
    outsiders.length > 0 && text.confidential(names(confidential), addresses(outsiders)),
    mixed.length > 0 && text.mixed(names(mixed.map(({ address, owners }) => `${address} (${owners[0]})`))),
    meant &&
      others.length > 0 &&
      text.others(
        meant.reference,
        meant.contractorName,
        names(others.map(({ address, owner }) => `${address} (${owner})`)),
      ),
    meant && unknown.length > 0 && text.strangers(meant.reference, meant.contractorName, addresses(unknown)),
  ].filter(reason => typeof reason === 'string')
  if (reasons.length === 0) return undefined
  return [...reasons, text.anyway].join(' ').slice(0, MOST_CHARACTERS)
}

/** The other contractor to whom an address belongs, as far as the pane knew when it was open beside the draft. */
function ownerOf(meant: MeantCase | null, address: string): string | undefined {
  return meant?.others?.[address] ?? meant?.others?.[`@${domainOf(address)}`]
}

function ownedBy(owners: Record<string, string[]>, { address }: MailAddress) {
  return { address, owners: owners[address] ?? owners[`@${domainOf(address)}`] ?? [] }
}
