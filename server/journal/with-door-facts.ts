import type { Mailbox, ParsedMessage } from '../mail/parsed-message.ts'
import { peopleIn } from '../mail/people-in.ts'

const lists = ['from', 'sender', 'replyTo', 'to', 'cc', 'bcc'] as const

/**
 * A mail as this door knows it: it came from a server, so nobody can say that he wrote it himself; those to whom it
 * went and who stand nowhere in it had a blind copy; and our own secret addresses are nobody's business.
 */
export function withDoorFacts(parsed: ParsedMessage, secrets: string[], recipients: string[]): ParsedMessage {
  const known = new Set(peopleIn(parsed))
  const hidden = recipients.filter(address => !known.has(address)).map(address => ({ name: '', address }))
  const told: ParsedMessage = {
    ...parsed,
    bcc: [...parsed.bcc, ...hidden],
    headers: { ...parsed.headers, receivedCount: parsed.headers.receivedCount + 1 },
  }
  const isSecret = ({ address }: Mailbox) => secrets.includes(address.split(/[+@]/)[0] ?? '')
  for (const list of lists) told[list] = told[list].filter(mailbox => !isSecret(mailbox))
  return told
}
