import { sharesDomain } from '../../shared/address.ts'
import type { MailAddress, MeantCase } from '../host/mail-host.ts'
import type { Standing } from './ask-whose.ts'
import { findMixed, findOutsiders, findStrangers } from './find-strangers.ts'

/** A mail that is about to be sent. */
export interface Leaving {
  meant: MeantCase | null
  recipients: MailAddress[]
  /** Who sends. */
  own: string
}

/** What is known of it besides. */
export interface Known {
  /** Names of confidential files that are attached. */
  files: string[]
  /** Whose the recipients are, by address. */
  standings: Map<string, Standing>
}

/** A recipient, and the contractor whose he is, where that is known. */
export interface Whose {
  address: string
  contractorName: string | null
}

/** What speaks against sending a mail as it is. */
export interface Findings {
  /** Whoever is no party of the case, and whose he is instead. */
  strangers: Whose[]
  /** Recipients of several contractors, where no case says whom the mail is for. */
  mixed: Whose[]
  /** Confidential attachments, where somebody outside gets the mail. */
  files: string[]
  outsiders: string[]
}

/** The recipients of whom it matters whose they are. Of most mails there is nothing to ask, and they go without the server's word. */
export function whomToAsk({ meant, recipients, own }: Leaving, files: string[]): string[] {
  const outside = findOutsiders(recipients, own)
  const asked = files.length > 0 || isForSeveral(meant, outside) ? outside : findStrangers(meant, recipients, own)
  return [...new Set(asked.map(({ address }) => address))]
}

/** What there is to warn of, or null. */
export function findingsOf({ meant, recipients, own }: Leaving, { files, standings }: Known): Findings | null {
  const isOutside = ({ address }: MailAddress) => !standings.get(address)?.isOurs
  const whose = ({ address }: MailAddress) => {
    const contractors = standings.get(address)?.contractors ?? []
    return { address, contractors, owners: contractors.map(({ id }) => id) }
  }
  const outside = findOutsiders(recipients, own).filter(isOutside)
  const mixed = meant ? [] : findMixed(outside.map(whose))
  // Whoever came to the case's contractor since it was chosen belongs to it too.
  const strangers = findStrangers(meant, recipients, own)
    .filter(isOutside)
    .map(whose)
    .filter(({ owners }) => !owners.includes(meant?.contractorId ?? ''))
  const secret = outside.length > 0 ? files : []
  if (strangers.length === 0 && mixed.length === 0 && secret.length === 0) return null
  return {
    strangers: strangers.map(named),
    mixed: mixed.map(named),
    files: secret,
    outsiders: outside.map(({ address }) => address),
  }
}

function named({ address, contractors }: { address: string } & Pick<Standing, 'contractors'>): Whose {
  return { address, contractorName: contractors[0]?.name ?? null }
}

/** Most mails without a case go to one person or one company, and nothing is asked of them. */
function isForSeveral(meant: MeantCase | null, outside: MailAddress[]): boolean {
  const first = outside[0]?.address ?? ''
  return !meant && outside.some(({ address }) => address !== first && !sharesDomain(address, first))
}
