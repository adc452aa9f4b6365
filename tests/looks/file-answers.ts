import type { ActivityEntry } from '../../shared/activity-facts.ts'
import type { Invoice } from '../../shared/invoice.ts'
import type { Item } from '../../shared/item.ts'
import type { ItemMessage } from '../../shared/item-message.ts'
import { longAddress, longName, unbroken } from './scene-answers.ts'

const at = (day: number) => new Date(Date.UTC(2026, 10, day, 9)).toISOString()
const id = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`

const invoice: Invoice = {
  schema: 'FA(3)',
  number: 'FV/2026/11/0211',
  sellerNip: '9994127355',
  sellerName: 'Meblosfera sp. z o.o.',
  buyerNip: '9991041966',
  buyerName: longName,
  issuedOn: '2026-11-20',
  dueOn: '2026-12-04',
  currency: 'PLN',
  net: '1234567.80',
  vat: '283950.59',
  gross: '1518518.39',
  corrects: null,
}
export const asInvoice = (item: Item) => ({ ...item, kind: 'invoice', title: `${unbroken}.xml`, invoice })

export const asNote = (item: Item) => ({ ...item, kind: 'note' })

/** Filed by nobody but the rules, of a sender about whom something can be said. */
export const asTeachable = (item: Item) => ({
  ...item,
  teachableSender: 'anna.kowal@hurtownia.example',
  filings: item.filings.map(filed => ({ ...filed, by: null, method: 'domain' })),
})

const said = (number: number, part: Partial<ActivityEntry>): ActivityEntry => ({
  id: id(number),
  at: at(number),
  by: 'Katarzyna Maj',
  comment: null,
  field: null,
  before: null,
  after: null,
  ...part,
})
/** A task that went through many hands. */
export const withHistory = (item: Item) => ({
  ...item,
  title: longName,
  activity: item.activity && {
    ...item.activity,
    priority: 'high',
    givenBy: unbroken,
    acceptedAt: null,
    history: [
      said(20, { field: 'state', before: 'new', after: 'in-progress' }),
      said(21, { field: 'assignee', before: 'Katarzyna Maj', after: unbroken }),
      said(22, { comment: `Klient prosi o odpowiedź na ${longAddress} najpóźniej w piątek.` }),
      said(23, { field: 'dueOn', before: '2026-12-01', after: '2026-12-04' }),
      said(24, { field: 'title', before: 'Wysłać próbki', after: longName }),
    ],
  },
})

/** A mail with everything that stands above its words, and with pictures that lie elsewhere. */
export const withPictures = (message: ItemMessage) => ({
  ...message,
  to: [...message.to, { name: '', address: longAddress }],
  cc: [{ name: unbroken, address: 'biuro@nasza.example' }],
  html: '<p>Dzień dobry,</p><p>oferta świąteczna:</p><img src="https://obrazy.example/1.png" width="300" height="120" alt="Fotel">',
  mayLoadPictures: true,
})

const task = {
  state: 'new',
  priority: 'normal',
  assigneeId: null,
  assigneeName: 'szefowa',
  givenBy: null,
  acceptedAt: at(20),
  contractorId: id(1),
  contractorName: 'Hurtownia Kowal sp. z o.o.',
}
const today = () => new Date().toLocaleDateString('sv')
/** Tasks that are late, of today, later, waiting for a yes, and without a day. */
export const tasks = () => ({
  items: [
    { ...task, id: id(1), itemId: id(1), title: 'Wyjaśnić różnicę salda', dueOn: '2026-11-02', priority: 'high' },
    { ...task, id: id(2), itemId: id(2), title: longName, dueOn: today(), contractorName: longName },
    { ...task, id: id(3), itemId: id(3), title: unbroken, dueOn: '2027-02-02', givenBy: unbroken, acceptedAt: null },
    { ...task, id: id(4), itemId: id(4), title: 'Wysłać próbki tkanin', dueOn: null, state: 'in-progress' },
  ],
  next: null,
})

const news = {
  at: at(26),
  isUnread: false,
  by: 'Katarzyna Maj',
  itemId: id(1),
  itemTitle: 'Odp: Reklamacja krzeseł Orion',
  itemKind: 'mail-in',
  contractorId: id(1),
  contractorName: 'Hurtownia Kowal sp. z o.o.',
  caseId: id(1),
  caseReference: '2026/0001',
  reason: null,
  until: null,
  given: null,
}
/** What somebody left goes to its reader: about no item, and about nothing but the amounts. */
const heir = {
  ...news,
  kind: 'handed-over',
  by: 'Barbara Wolska',
  itemId: null,
  itemTitle: null,
  itemKind: null,
  contractorId: null,
  contractorName: null,
  caseId: null,
  caseReference: null,
}
export const notifications = {
  items: [
    { ...news, id: '7', kind: 'news', isUnread: true },
    { ...news, id: '6', kind: 'task', isUnread: true, itemKind: 'task', itemTitle: longName },
    { ...news, id: '5', kind: 'shared', itemKind: 'invoice', itemTitle: 'FV_2026_11_0211.pdf', caseId: null },
    { ...news, id: '4', kind: 'due', itemKind: 'task', itemTitle: 'Wysłać próbki tkanin' },
    {
      ...heir,
      id: '8',
      isUnread: true,
      given: { contractors: 12, cases: 5, tasks: 1, mailboxes: 2, items: 41, from: unbroken },
    },
    { ...heir, id: '9', given: { contractors: 0, cases: 0, tasks: 0, mailboxes: 1, items: 0, from: 'Ewa Odeszła' } },
    { ...heir, id: '10', kind: 'break-glass', contractorId: id(1), reason: 'Kontrola skarbowa', until: at(28) },
    { ...news, id: '3', kind: 'soon', itemKind: 'meeting', itemTitle: 'Oględziny', until: at(27) },
  ],
  next: null,
}

/** A contractor of whom everything is long and much. */
export const huge = <Body extends object>(body: Body): object => ({
  ...body,
  name: longName,
  note: `${longName} `.repeat(12),
  tags: Array.from({ length: 24 }, (_, number) => `znacznik ${number + 1}`),
  phones: Array.from({ length: 12 }, (_, number) => `+48 12 555 45 ${number + 10}`),
  addresses: [longAddress, ...Array.from({ length: 20 }, (_, number) => `dzial${number}@hurtownia.example`)],
})

const fromZofia = { id: 'z', occurredAt: '2026-11-20T10:00:00.000Z', mailboxes: [] }

/** Mail of one sender that waits in triage. */
export const waitingGroups = {
  items: [
    {
      ...{ ...fromZofia, key: 'z@remont.example', name: 'Zofia Żak', amount: 2, subject: 'Remont dachu: termin' },
      ...{ reasons: ['unknown-sender'], suggestions: [] },
    },
  ],
  next: null,
}

/** The same mail by mail, about one thing. */
export const waitingMails = {
  items: ['Remont dachu: termin', 'Re: Remont dachu'].map(subject => ({ ...fromZofia, subject })),
  next: null,
}
