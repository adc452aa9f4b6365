import { isForwardSubject } from '../../shared/forward-subject.ts'
import type { lookUp as contract } from '../../shared/lookup.ts'
import type { Input } from '../../shared/route.ts'
import type { Query, Statement } from '../database/work.ts'
import { type Participant, peopleIn } from './participants.ts'

type Question = Pick<Input<typeof contract>['body'], 'forwarded' | 'subject'>

const MOST = 5
const ofMessageId: Statement = {
  name: 'forwarded-of-message-id',
  text: `select distinct on (f.address) f.name, f.address from message m join forwarded_sender f on f.message_id = m.id
          where m.message_id = $1 order by f.address, f.position limit ${MOST}`,
}
const ofMessage: Statement = {
  name: 'forwarded-of-message',
  text: `select f.name, f.address from forwarded_sender f where f.message_id = $1 order by f.position`,
}

/**
 * From whom the open mail was forwarded: as the mail program says, and as it stands in the mail that is stored. Asked for
 * only when the subject speaks of a forwarded mail, since the pane asks about every mail that somebody opens.
 */
export async function forwardedOf(
  query: Query,
  { forwarded, subject = '' }: Question,
  messageId: string | null,
  participants: Participant[],
): Promise<Participant[]> {
  const stored = messageId && isForwardSubject(subject) ? await query<Participant>(ofMessageId, [messageId]) : []
  const known = new Set(participants.map(({ address }) => address))
  return peopleIn([forwarded, stored])
    .filter(({ address }) => !known.has(address))
    .slice(0, MOST)
}

/** From whom a stored mail was forwarded. */
export async function forwardedIn(query: Query, id: string, subject: string): Promise<Participant[]> {
  return isForwardSubject(subject) ? query<Participant>(ofMessage, [id]) : []
}
