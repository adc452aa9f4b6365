import { domainOf } from '../../shared/address.ts'
import type { Standing } from '../guard/ask-whose.ts'
import type { Leaving } from '../guard/findings.ts'
import { stillAttached } from '../host/draft-attachments.ts'
import { readKept } from '../host/kept-with-draft.ts'
import { readMeant } from '../host/meant-case.ts'
import { readRecipients } from '../host/read-recipients.ts'

/** A draft that is about to be sent, and what the pane kept with it while it stood beside it. */
export interface KeptDraft extends Leaving {
  /** Names of confidential documents that are attached still. */
  files: string[]
  standings: Map<string, Standing>
}

/** Reads it. Whoever the pane has found to be a colleague is no recipient to look at. */
export async function readKeptDraft(item: OfficeItem, own: string): Promise<KeptDraft> {
  const [meant, confidential, ours, lines, everybody] = await Promise.all([
    readMeant(item),
    readKept(item, 'confidential'),
    readKept(item, 'ours'),
    readKept(item, 'owners'),
    readRecipients(item),
  ])
  const files = confidential.length > 0 ? await stillAttached(item, confidential) : []
  const recipients = everybody.filter(({ address }) => !ours.includes(address))
  const owners = meant ? others(meant.others) : ownersIn(lines)
  const standings = new Map(
    recipients.map(({ address }): [string, Standing] => {
      const names = owners[address] ?? owners[`@${domainOf(address)}`] ?? []
      // The pane keeps names only, for want of room.
      return [address, { contractors: names.map(name => ({ id: name, name })), isOurs: false }]
    }),
  )
  return { meant, recipients, own, files, standings }
}

function others(kept: Record<string, string> = {}): Record<string, string[]> {
  return Object.fromEntries(Object.entries(kept).map(([whose, name]) => [whose, [name]]))
}

/** `@trans.example Trans-Pol`, as the pane keeps it; whoever belongs to several has a line for each. */
function ownersIn(kept: string[]): Record<string, string[]> {
  const owners: Record<string, string[]> = {}
  for (const line of kept) {
    const end = line.indexOf(' ')
    const whose = line.slice(0, end)
    owners[whose] = [...(owners[whose] ?? []), line.slice(end + 1)]
  }
  return owners
}
