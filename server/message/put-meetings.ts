import type { Query, Statement } from '../database/work.ts'
import type { Place } from '../filing/put-filing.ts'
import type { Invitation, ParsedMessage } from '../mail/parsed-message.ts'
import { wordsOf } from '../search/analyse.ts'

const SNIPPET_LENGTH = 200
const putAll: Statement = { name: 'put-meetings', text: 'select put_meetings($1, $2, $3, $4)' }

/** Puts the meetings to which a mail invites into the files where it is filed, and changes or ends those that are known. */
export async function putMeetings(query: Query, messageId: string, parsed: ParsedMessage, places: Place[]) {
  if (parsed.invitations.length === 0 || places.length === 0) return
  const meetings = parsed.invitations.map(invitation => asMeeting(invitation, parsed.subject))
  const where = places.map(({ contractorId, caseId }) => ({ contractorId, caseId }))
  const sender = parsed.from[0]?.address ?? ''
  await query(putAll, [messageId, sender, JSON.stringify(where), JSON.stringify(meetings)])
}

function asMeeting(invitation: Invitation, subject: string) {
  const { title: given, note, place } = invitation
  const title = given || subject.slice(0, 300).toWellFormed() || '—'
  const snippet = [place, note].filter(Boolean).join(' · ').replace(/\s+/g, ' ').slice(0, SNIPPET_LENGTH).toWellFormed()
  return { ...invitation, title, snippet, lexemes: wordsOf(`${title} ${note} ${place}`) }
}
