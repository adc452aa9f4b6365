import { createCase } from '../../shared/case-file.ts'
import type { Received } from '../../shared/message.ts'
import { call } from '../api/call.ts'
import type { MailHost } from '../host/mail-host.ts'
import { caseIdOf, type Place } from './place.ts'
import { readToSend } from './read-to-send.ts'

/** What the user decided about the open message. */
export interface FilingChoice {
  contractorId: string
  place: Place
  newTitle: string
  comment: string
}

/**
 * Files the open message in the chosen place, opening the case first when it is new.
 * `onCase` is told of the opened case, so that a second try after a failure does not open another.
 */
export async function fileMessage(
  host: MailHost,
  { contractorId, place, newTitle, comment }: FilingChoice,
  onCase: (place: Place) => void,
): Promise<Received> {
  const send = await readToSend(host)
  const caseId = place === 'new' ? await openCase() : caseIdOf(place)
  const querystring = { contractorId, ...(caseId && { caseId }), ...(comment.trim() && { comment: comment.trim() }) }
  return send(querystring)

  async function openCase(): Promise<string> {
    const { id } = await call(host, createCase, { params: { contractorId }, body: { title: newTitle.trim() } })
    onCase(`case:${id}`)
    return id
  }
}
