import type { ActivityFacts } from '../../shared/activity-facts.ts'
import type { Invoice } from '../../shared/invoice.ts'
import type { Filed, Item } from '../../shared/item.ts'
import { isDocumentKind } from '../../shared/kind.ts'
import type { Query } from '../database/work.ts'
import { Refusal } from '../refusal.ts'
import {
  activityOfItem,
  filingsOfItem,
  holdOfItem,
  invoiceOfItem,
  mailOfDocument,
  meetingOfItem,
  messageOfItem,
  textStateOfItem,
  verbsOfItem,
} from './item.sql.ts'
import { readRows } from './read-rows.ts'

type Meeting = NonNullable<Item['meeting']>
type MessageFacts = Pick<Item, 'sentAt' | 'receivedAt' | 'marks' | 'attachments' | 'teachableSender' | 'activities'>

const noMessage: MessageFacts = { sentAt: null, receivedAt: null, marks: [], attachments: [], teachableSender: null }

/** An item with its filings and, for mail, what stands behind it. */
export async function readItem(query: Query, itemId: string): Promise<Item> {
  const [row] = await readRows(query, [itemId])
  if (!row) throw new Refusal('not-found')
  const [verbs] = await query<Pick<Item, 'may' | 'confidential' | 'pinned'>>(verbsOfItem, [itemId])
  if (!verbs) throw new Error('item_verbs answers always')
  const filings = await query<Filed>(filingsOfItem, [[itemId]])
  const isMail = row.kind.startsWith('mail-')
  const [message] = isMail ? await query<MessageFacts>(messageOfItem, [itemId]) : []
  const [held] = isMail ? await query<{ until: string | null }>(holdOfItem, [itemId]) : []
  const isDocument = isDocumentKind(row.kind)
  const [invoice] = isDocument ? await query<Invoice>(invoiceOfItem, [itemId]) : []
  const [document] = isDocument
    ? await query<Required<Pick<Item, 'textState' | 'file'>>>(textStateOfItem, [itemId])
    : []
  const [cameWith] = isDocument ? await query<{ id: string; title: string }>(mailOfDocument, [itemId]) : []
  const [meeting] = row.kind === 'meeting' ? await query<Meeting>(meetingOfItem, [itemId]) : []
  const [activity] = isMail || isDocument ? [] : await query<ActivityFacts>(activityOfItem, [itemId])
  const more = {
    ...(held && { held }),
    ...(meeting && { meeting }),
    ...(invoice && { invoice }),
    ...(activity && { activity }),
    ...document,
    ...(cameWith && { cameWith }),
  }
  return { ...row, ...verbs, filings, ...(message ?? noMessage), ...more }
}
