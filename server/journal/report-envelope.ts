import { readAddress } from '../mail/mailboxes.ts'

/** Who took part in a journalled mail, by what the journalling server saw on its way. */
export interface ReportEnvelope {
  /** Everybody: who sent it, also in somebody's name, who received it, and who was named before lists and forwards. */
  people: string[]
  /** Whom the sender addressed: of a member of a list the list, of a stand-in the one for whom he stands. */
  recipients: string[]
}

/** More lines than this no server writes. */
const LINES = 20_000
const LINE = /^\s*(sender|on-behalf-of|recipient|to|cc|bcc)\s*:\s*(.*)$/i
const REDIRECTED = /,\s*(?:expanded|forwarded)\s*:\s*/i

/**
 * Reads the text part of a journal report: one line a value, a recipient with the list (`Expanded`) or mailbox
 * (`Forwarded`) through which it was reached. Null when it names no sender, so that it is no such text.
 */
export function readReportEnvelope(text: string): ReportEnvelope | null {
  const people = new Set<string>()
  const recipients = new Set<string>()
  let hasSender = false
  for (const line of text.split(/\r?\n/, LINES)) {
    const [, name = '', value = ''] = LINE.exec(line) ?? []
    const field = name.toLowerCase()
    if (!field) continue
    const [first, ...sources] = value.split(REDIRECTED).map(addressIn)
    if (field === 'sender') hasSender = true
    else if (field !== 'on-behalf-of') addTo(recipients, sources.at(-1) ?? first)
    for (const person of [first, ...sources]) addTo(people, person)
  }
  return hasSender ? { people: [...people], recipients: [...recipients] } : null
}

function addTo(all: Set<string>, address: string | null | undefined) {
  if (address) all.add(address)
}

/** `Anna <anna@b.pl>`, `anna@b.pl` or `SMTP:anna@b.pl`. */
function addressIn(text: string): string | null {
  const bracketed = /<([^<>]*)>/.exec(text)?.[1] ?? text
  return readAddress(bracketed.trim().replace(/^(?:smtp|mailto):/i, ''))
}
