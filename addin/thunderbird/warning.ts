import { type Ask, askStandings, type Standing } from '../guard/ask-whose.ts'
import { findOutsiders } from '../guard/find-strangers.ts'
import { type Findings, findingsOf, whomToAsk } from '../guard/findings.ts'
import { inTime } from '../guard/in-time.ts'
import type { Draft } from '../host/mail-host.ts'
import { askServer } from './ask-server.ts'
import { confidentialFilesOf } from './files-of-mail.ts'

/** Why a mail should be looked at before it is sent. */
export interface Warning extends Findings {
  tab: number
  /** What the user is warned of; when he sends the very same all the same, he is not asked again. */
  subject: string
  /** The case that the mail is meant for. */
  place: { reference: string; contractorName: string } | null
}

const PATIENCE_MS = 2_000

/** What there is to warn of in a draft that is about to be sent from this address, or null. */
export async function warningOf(tab: number, draft: Draft, own: string): Promise<Warning | null> {
  const { to, cc, bcc, meant } = draft
  const leaving = { meant, recipients: [...to, ...cc, ...bcc], own }
  if (findOutsiders(leaving.recipients, own).length === 0) return null
  const files = await inTime(confidentialFilesOf(tab, ask), [], PATIENCE_MS)
  const asked = askStandings(ask, whomToAsk(leaving, files))
  const standings = await inTime(asked, new Map<string, Standing>(), PATIENCE_MS)
  const found = findingsOf(leaving, { files, standings })
  return (
    found && {
      ...found,
      tab,
      subject: JSON.stringify([leaving.recipients.map(({ address }) => address), found.files]),
      place: meant && { reference: meant.reference, contractorName: meant.contractorName },
    }
  )
}

const ask: Ask = async ({ method, url }, body) => {
  const headers = { accept: 'application/json', 'content-type': 'application/json' }
  const reply = await askServer(url, { method, headers, body: JSON.stringify(body) })
  return reply.status === 200 ? JSON.parse(reply.body) : null
}
