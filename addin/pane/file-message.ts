import { type CaseFile, changeCase, createCase } from '../../shared/case-file.ts'
import { changeItem } from '../../shared/item.ts'
import type { Received } from '../../shared/message.ts'
import { call } from '../api/call.ts'
import type { MailHost } from '../host/mail-host.ts'
import { caseIdOf, type Place } from './place.ts'
import type { Send } from './read-to-send.ts'

/** What the user decided about the open message. */
export interface FilingChoice {
  contractorId: string
  place: Place
  newTitle: string
  /** Under which number a new case is opened: the same until it is known to be open, so that it is opened once. */
  caseNumber: string
  comment: string
  /** Instead of the subject; empty for none. */
  title: string
  /** What of the attachments becomes a document otherwise than by itself, as the filing's address carries it. */
  attachments?: string[]
  /** Who alone shall see it, the user among them; missing where the place decides, and never empty. */
  viewers?: string[]
}

/** What the server said, and whether the own title is kept too. */
export type FilingOutcome = Received & { isTitled: boolean }

/**
 * Files the message that `send` hands in, in the chosen place, opening the case first when it is new.
 * `onCase` is told of the opened case, which is the place from then on.
 */
export async function fileMessage(
  host: MailHost,
  send: Send,
  choice: FilingChoice,
  onCase: (place: Place) => void,
): Promise<FilingOutcome> {
  const { contractorId, place, comment, title, attachments = [], viewers } = choice
  const caseId = place === 'new' ? await openCase() : caseIdOf(place)
  const querystring = {
    contractorId,
    ...(caseId && { caseId }),
    ...(comment.trim() && { comment: comment.trim() }),
    ...(attachments.length > 0 && { attachment: attachments }),
    ...(viewers && { viewer: viewers }),
  }
  const received = await send(querystring)
  return { ...received, isTitled: await rename(host, received, contractorId, title.trim()) }

  async function openCase(): Promise<string> {
    const { id } = await openNewCase(host, choice)
    onCase(`case:${id}`)
    return id
  }
}

/**
 * Opens the new case that a filing is meant for. Asked again, as after an answer that was lost, it is the same one, which then
 * takes the title that was edited meanwhile.
 */
export async function openNewCase(
  host: MailHost,
  { contractorId, newTitle, caseNumber }: Pick<FilingChoice, 'contractorId' | 'newTitle' | 'caseNumber'>,
): Promise<CaseFile> {
  const title = newTitle.trim()
  const opened = await call(host, createCase, { params: { contractorId }, body: { id: caseNumber, title } })
  if (opened.title === title) return opened
  return call(host, changeCase, { params: { caseId: opened.id }, body: { title } }).catch(() => opened)
}

/** Gives the filed item its own title. The mail is filed by then, so that a failure here is told and not thrown. */
async function rename(host: MailHost, { items }: Received, contractorId: string, title: string): Promise<boolean> {
  if (title === '') return true
  const item = items.find(one => one.contractorId === contractorId)
  if (!item) return false
  return call(host, changeItem, { params: { itemId: item.id }, body: { title } }).then(
    () => true,
    () => false,
  )
}
