import { sharesDomain } from '../../shared/address.ts'
import type { Draft, MailAddress } from '../host/mail-host.ts'
import { findMixed, findOutsiders, findStrangers } from '../outlook/find-strangers.ts'
import { confidentialFilesOf } from './files-of-mail.ts'
import { askStandings, type Standing } from './people-of-mail.ts'

/** Why a mail should be looked at before it is sent. */
export interface Warning {
  tab: number
  /** What the user is warned of; when he sends the very same all the same, he is not asked again. */
  subject: string
  /** The case that the mail is meant for. */
  place: { reference: string; contractorName: string } | null
  /** Whoever is no party of the case, and whose he is instead, where that is known. */
  strangers: { address: string; contractorName: string | null }[]
  /** Recipients of several contractors, where no case says whom the mail is for. */
  mixed: { address: string; contractorName: string | null }[]
  /** Confidential attachments, where somebody outside gets the mail. */
  files: string[]
  outsiders: string[]
}

const PATIENCE_MS = 2_000

/** What there is to warn of in a draft that is about to be sent from this address, or null. */
export async function warningOf(tab: number, draft: Draft, own: string): Promise<Warning | null> {
  const { to, cc, bcc, meant } = draft
  const everybody = [...to, ...cc, ...bcc]
  const outside = findOutsiders(everybody, own)
  if (outside.length === 0) return null
  const strangers = findStrangers(meant, everybody, own)
  const files = await inTime(confidentialFilesOf(tab), [])
  // Of most mails there is nothing to ask, and they go without the server's word.
  const asked = (files.length > 0 || isForSeveral(meant, outside) ? outside : strangers).map(({ address }) => address)
  const standings = await inTime(askStandings([...new Set(asked)]), new Map<string, Standing>())
  const isOutside = ({ address }: MailAddress) => !standings.get(address)?.isOurs
  const outsiders = outside.filter(isOutside).map(({ address }) => address)
  const mixed = meant ? [] : findMixed(outside.map(one => ownedBy(standings, one)))
  const known = strangers.filter(isOutside).map(({ address }) => {
    const others = standings.get(address)?.contractors.filter(({ id }) => id !== meant?.contractorId)
    return { address, contractorName: others?.[0]?.name ?? null }
  })
  const secret = outsiders.length > 0 ? files : []
  if (known.length === 0 && mixed.length === 0 && secret.length === 0) return null
  return {
    tab,
    subject: JSON.stringify([everybody.map(({ address }) => address), secret]),
    place: meant && { reference: meant.reference, contractorName: meant.contractorName },
    strangers: known,
    mixed: mixed.map(({ address }) => ({
      address,
      contractorName: standings.get(address)?.contractors[0]?.name ?? null,
    })),
    files: secret,
    outsiders,
  }
}

/** Most mails without a case go to one person or one company, and nothing is asked of them. */
function isForSeveral(meant: Draft['meant'], outside: MailAddress[]): boolean {
  return (
    !meant &&
    outside.some(({ address }) => address !== outside[0]?.address && !sharesDomain(address, outside[0]?.address ?? ''))
  )
}

function ownedBy(standings: Map<string, Standing>, { address }: MailAddress) {
  return { address, owners: standings.get(address)?.contractors.map(({ id }) => id) ?? [] }
}

/** A server that is away or slow is not waited for. */
function inTime<Answer>(answer: Promise<Answer>, otherwise: Answer): Promise<Answer> {
  const late = new Promise<Answer>(resolve => setTimeout(() => resolve(otherwise), PATIENCE_MS))
  return Promise.race([answer.catch(() => otherwise), late])
}
