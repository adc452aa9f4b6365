import type { lookUp } from '../../shared/lookup.ts'
import type { Input } from '../../shared/route.ts'
import type { MailAddress, OpenMessage } from '../host/mail-host.ts'

const MOST_PARTICIPANTS = 500
const MOST_REFERENCES = 200
const LONGEST_SUBJECT = 2000
/** More than a pane shows at once; the next come by themselves as soon as they are nearly reached. */
const TIMELINE_ROWS = 25

/** What the server is asked about a message, within the limits of the contract: mail may exceed them all. */
export function lookupQuestion(
  message: OpenMessage,
  contractorId?: string,
  forwarded: MailAddress[] = [],
): Input<typeof lookUp>['body'] {
  return {
    messageId: fitting(message.messageId),
    from: mailboxes(message.from),
    sender: mailboxes(message.sender),
    replyTo: mailboxes(message.replyTo),
    to: mailboxes(message.to),
    cc: mailboxes(message.cc),
    ...(forwarded.length > 0 && { forwarded: mailboxes(forwarded) }),
    subject: message.subject.slice(0, LONGEST_SUBJECT),
    sentAt: message.sentAt,
    inReplyTo: fitting(message.inReplyTo),
    references: message.references.filter(fitting).slice(-MOST_REFERENCES),
    limit: TIMELINE_ROWS,
    ...(contractorId && { contractorId }),
  }
}

function mailboxes(addresses: MailAddress[]): MailAddress[] {
  return addresses
    .filter(({ address }) => address !== '' && address.length <= 320)
    .slice(0, MOST_PARTICIPANTS)
    .map(({ name, address }) => ({ name: name.slice(0, 400), address }))
}

function fitting(messageId: string | null): string | null {
  return messageId && messageId.length <= 2000 ? messageId : null
}
