import type { OpenMessage } from '../../../addin/host/mail-host.ts'
import type { TaskRow } from '../../../shared/activity.ts'
import type { ItemRow } from '../../../shared/item.ts'
import type { Lookup, Match } from '../../../shared/lookup.ts'

/** A mail from Anna of Meblex. */
export function buildMessage(facts: Partial<OpenMessage> = {}): OpenMessage {
  return {
    messageId: 'one@meblex.example',
    subject: 'Re: Dostawa regałów',
    sentAt: '2026-11-23T10:00:00.000Z',
    from: [{ name: 'Anna Nowak', address: 'anna@meblex.example' }],
    sender: [],
    replyTo: [],
    to: [{ name: '', address: 'jan@nasza.example' }],
    cc: [],
    inReplyTo: null,
    references: [],
    ...facts,
  }
}

/** What the server knows: Meblex by Anna's address, nothing else unless said. */
export function buildLookup(facts: Partial<Lookup> = {}): Lookup {
  return {
    contractors: [buildMatch()],
    chosen: null,
    filed: [],
    activities: [],
    suggestions: [],
    unknown: [],
    ours: [],
    openCases: [],
    audience: [{ id: 'g', name: 'Wszyscy', isGroup: true }],
    timeline: { items: [], next: null },
    ...facts,
  }
}

export function buildMatch(facts: Partial<Match> = {}): Match {
  return {
    id: 'meblex',
    name: 'Meblex',
    nip: '5252248481',
    city: 'Radom',
    via: 'address',
    address: 'anna@meblex.example',
    person: 'Anna Nowak',
    ...facts,
  }
}

export function buildRow(facts: Partial<ItemRow> = {}): ItemRow {
  return {
    id: 'row',
    kind: 'mail-in',
    objectId: 'message',
    contractorId: 'meblex',
    contractorName: 'Meblex',
    occurredAt: '2026-11-20T10:00:00.000Z',
    title: 'Termin montażu',
    snippet: '',
    who: 'Anna Nowak',
    hasAttachment: false,
    cases: [],
    ...facts,
  }
}

/** An urgent task that Ewa has not accepted yet. */
export function buildTask(facts: Partial<TaskRow> = {}): TaskRow {
  return {
    id: 'task',
    itemId: 'task-item',
    title: 'Oddzwonić',
    state: 'new',
    priority: 'high',
    dueOn: null,
    assigneeId: 'u',
    assigneeName: 'Ewa Lis',
    givenBy: null,
    acceptedAt: null,
    contractorId: 'meblex',
    contractorName: 'Meblex',
    ...facts,
  }
}

export const shelves = {
  id: 'shelves',
  reference: '2026/0017',
  title: 'Dostawa regałów',
  contractorId: 'meblex',
  managerId: null,
  openedAt: '2026-10-01T08:00:00.000Z',
  closedAt: null,
}

export const complaint = { ...shelves, id: 'complaint', reference: '2026/0021', title: 'Reklamacja' }

export const everyone = { audience: [{ id: 'g', name: 'Wszyscy', isGroup: true }] }
