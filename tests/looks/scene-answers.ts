import type { Mailbox } from '../../shared/mailbox.ts'
import type { WebhookDelivery } from '../../shared/webhook.ts'

/** Names as long as people make them, and one without a place to break. */
export const longName =
  'Przedsiębiorstwo Produkcyjno-Handlowo-Usługowe „Wszechstronny Producent Mebli Biurowych i Szkolnych” sp. z o.o. sp.k.'
export const longAddress =
  'dzial.obslugi.klienta.i.reklamacji.krajowych@przedsiebiorstwo-produkcyjno-handlowo-uslugowe.example'
export const unbroken = 'Konstantynopolitańczykowianeczkowiczówna-Dzierżykraj-Morawska'

const at = (day: number, hour = 9) => new Date(Date.UTC(2026, 10, day, hour)).toISOString()
const id = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`

const mailbox: Mailbox = {
  id: id(1),
  ownerId: id(0),
  kind: 'imap',
  host: 'imap.nasza.example',
  port: 993,
  tls: true,
  user: 'biuro@nasza.example',
  signIn: 'password',
  hasOwnAuthority: false,
  since: '2026-01-01',
  folders: [],
  audience: { users: [], groups: [] },
  helpers: { users: [], groups: [] },
  files: 'all',
  release: 'after-grace',
  graceMinutes: 30,
  marks: true,
  markTrouble: null,
  consentBy: id(0),
  consentAt: at(2),
  held: null,
  state: 'live',
  error: null,
  lastSyncAt: at(26),
  alarmedAt: null,
  lag: 12,
  stored: 12_480,
  remaining: 0,
  waitingSince: null,
  unfiledShare: 0.12,
  failures: [],
}

/** Addresses for copies of somebody. */
export const addressesOf = (ownerId: string) => ({
  items: ['telefon', longName].map((label, n) => ({
    id: id(n),
    kind: n === 0 ? 'bcc' : 'journal',
    localPart: 'abcdefghijklmnopqrstuvwx23',
    label,
    ownerId,
    enabled: n === 0,
    createdAt: '2026-11-20T09:00:00.000Z',
    lastReceivedAt: null,
    waiting: 0,
    waitingSince: null,
    failing: 0,
    unfiledShare: 0,
  })),
  next: null,
})

/** Mailboxes in every state of health, those of the reader first. */
export const mailboxesOf = (ownerId: string) => ({
  items: [
    { ...mailbox, ownerId, held: 3, helpers: { users: [id(7)], groups: [] } },
    {
      ...mailbox,
      id: id(2),
      ownerId,
      held: 0,
      user: longAddress,
      host: 'poczta.przedsiebiorstwo-produkcyjno-handlowo-uslugowe.example',
      folders: ['INBOX', 'Projekty/2026/Hala produkcyjna w Konstantynowie Łódzkim', 'Wysłane'],
      state: 'error',
      error: 'sign-in-refused',
      lastSyncAt: at(23),
      alarmedAt: at(24),
      lag: 260_000,
      remaining: 312,
      waitingSince: at(23),
      markTrouble: 'no-marks',
      failures: [
        { folder: 'INBOX', uid: 4711, reason: 'too-large', tries: 5, at: at(22) },
        { folder: 'INBOX', uid: 4713, reason: 'storage', tries: 2, at: at(23) },
      ],
    },
    {
      ...mailbox,
      id: id(3),
      user: 'faktury@nasza.example',
      state: 'backfill',
      remaining: 8123,
      lag: null,
      lastSyncAt: null,
    },
    { ...mailbox, id: id(4), user: 'sekretariat@nasza.example', state: 'paused', files: 'nothing' },
    { ...mailbox, id: id(5), user: 'jan.odszedl@nasza.example', state: 'off' },
  ],
  next: null,
})

export const deadJobs = {
  items: [
    { id: '7', task: 'read-arrival', attempts: 25, error: 'storage', since: at(20), failedAt: at(23) },
    { id: '6', task: 'send-webhook', attempts: 12, error: 'silent', since: at(19), failedAt: at(22) },
    { id: '5', task: 'read-document', attempts: 25, error: null, since: at(19), failedAt: at(22) },
    { id: '4', task: 'send-mail', attempts: 25, error: 'refused', since: at(18), failedAt: at(21) },
  ],
  next: null,
  counts: [
    { task: 'read-arrival', waiting: 1240, retrying: 12, running: 4, dead: 1, oldest: at(23) },
    { task: 'send-webhook', waiting: 3, retrying: 1, running: 0, dead: 1, oldest: at(25) },
    { task: 'read-document', waiting: 0, retrying: 0, running: 0, dead: 1, oldest: null },
  ],
}

const hook = {
  id: id(1),
  url: 'https://erp.nasza.example/lupa',
  events: ['item.changed', 'mailbox.alarm'],
  enabled: true,
  ownerName: 'Anna Nowak',
  isMine: true,
  hasRights: true,
  createdAt: at(2),
  waiting: 0,
  lastSentAt: at(26),
}
export const webhooks = {
  items: [
    hook,
    {
      ...hook,
      id: id(2),
      url: `https://${longAddress.split('@')[1]}/api/powiadomienia/lupa/v2/zmiany-w-kartotekach`,
      events: ['item.changed', 'contractor.changed', 'case.changed', 'mailbox.alarm', 'mailbox.clear'],
      enabled: false,
      isMine: false,
      hasRights: false,
      ownerName: unbroken,
      waiting: 418,
      lastSentAt: null,
    },
  ],
  next: null,
}
const delivery = (number: number, part: Partial<WebhookDelivery>): WebhookDelivery => ({
  id: id(number),
  event: 'item.changed',
  state: 'sent',
  attempts: 1,
  status: 204,
  failure: null,
  createdAt: at(26, number),
  answeredAt: at(26, number),
  ...part,
})
export const deliveries = {
  items: [
    delivery(9, { state: 'waiting', attempts: 0, status: null, answeredAt: null }),
    delivery(8, { state: 'waiting', attempts: 3, status: 503, failure: 'refused' }),
    delivery(7, { event: 'mailbox.alarm', state: 'failed', attempts: 12, status: null, failure: 'certificate' }),
    delivery(6, { state: 'failed', attempts: 12, status: null, failure: 'private-address' }),
    delivery(5, {}),
    delivery(4, { event: 'test' }),
  ],
  next: null,
}

const account = {
  isAdmin: false,
  disabledAt: null,
  hasPassword: true,
  linkUntil: null,
  seenAt: at(26),
  sessions: 2,
  tokens: 1,
  identities: 1,
  hasSecondFactor: true,
}
/** Accounts in every state, beside those that are there. */
export const moreAccounts = ({ items }: { items: object[] }) => ({
  items: [
    ...items.slice(0, 2),
    { ...account, id: id(7), name: 'Ewa Odeszła', email: 'ewa@nasza.example', disabledAt: at(20), sessions: 0 },
    { ...account, id: id(8), name: unbroken, email: longAddress, isAdmin: true },
    {
      ...account,
      id: id(9),
      name: 'Nowy Kolega',
      email: 'nowy@nasza.example',
      hasPassword: false,
      seenAt: null,
      linkUntil: at(29),
      hasSecondFactor: false,
      identities: 0,
    },
  ],
  next: null,
})
/** Tokens of several people, one with a name that is long. */
export const tokens = {
  items: [
    { name: 'Eksport do księgowości', ownerName: 'Anna Nowak', scopes: ['read'], usedAt: at(26) },
    { name: longName, ownerName: unbroken, scopes: ['read', 'write', 'admin'], usedAt: null },
  ].map((token, index) => ({
    ...token,
    id: id(index),
    ownerId: id(index),
    createdAt: at(2),
    expiresAt: at(30, index),
  })),
  next: null,
}
export const leftBehind = {
  contractors: 12,
  cases: 5,
  tasks: 3,
  mailboxes: ['ewa@nasza.example', longAddress],
  items: 41,
}

/** Colleagues, and one whose account is disabled. */
export const withFormer = ({ items }: { items: object[] }) => ({
  items: [...items, { id: id(7), name: 'Ewa Odeszła', email: 'ewa@nasza.example', isAdmin: false, isFormer: true }],
  next: null,
})

export const holds = {
  items: [
    {
      id: id(1),
      objectType: 'contractor',
      objectId: id(2),
      objectName: longName,
      reason: 'Spór sądowy o dostawę',
      placedBy: 'Anna Nowak',
      placedAt: at(3),
    },
    {
      id: id(2),
      objectType: 'case',
      objectId: id(3),
      objectName: null,
      reason: `Kontrola skarbowa; ${unbroken} prosi o wszystko z lat 2021–2026`,
      placedBy: null,
      placedAt: at(9),
    },
  ],
}
export const expired = {
  items: [
    { kind: 'mail-in', expired: 1240, held: 12 },
    { kind: 'invoice', expired: 3, held: 3 },
    { kind: 'task', expired: 22, held: 0 },
  ],
}

const noneKept = { hold: 0, duty: 0, others: 0, mention: 0, failed: 0 }
const erasure = {
  id: id(1),
  hash: 'f3a1b2c4d5e6f7a8b9c0d1e2f3a4b5c6',
  hashes: ['f3a1b2c4d5e6f7a8b9c0d1e2f3a4b5c6'],
  reason: 'Wniosek z 2 marca',
  state: 'done',
  mails: 41,
  texts: 3,
  askedBy: 'Anna Nowak',
  askedAt: at(10),
  settledAt: at(10, 10),
  isLifted: false,
  kept: noneKept,
}
/** What stayed of a person: some that the reader sees, and some of which he sees only that they are. */
export const keptThings = {
  items: [
    { objectType: 'message', objectId: id(11), itemId: id(11), title: longName },
    { objectType: 'document', objectId: id(12), itemId: id(12), title: 'FV_2026_11_0211.pdf' },
    { objectType: 'message', objectId: id(13), itemId: null, title: null },
    { objectType: 'case', objectId: id(14), itemId: null, title: null },
  ],
  next: id(14),
}
export const erasures = {
  items: [
    { ...erasure, id: id(3), state: 'running', mails: 12, settledAt: null },
    {
      ...erasure,
      id: id(2),
      kept: { hold: 1, duty: 12, others: 4, mention: 7, failed: 1 },
      state: 'stopped',
      reason: `Wniosek ${unbroken}`,
    },
    { ...erasure, isLifted: true },
  ],
}
