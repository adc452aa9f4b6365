/** What a request of a route may name; each is asked for by a getter, so that the matrix knows what a route names. */
export interface Ids {
  contractor: string
  caseFile: string
  /** A contractor whom the case concerns too. */
  party: string
  /** A contractor that nothing lies in and nothing names. */
  unused: string
  note: string
  /** A task of mine, by its activity. */
  task: string
  mail: string
  document: string
  /** Another document of the file, which is a version of a third. */
  version: string
  /** A mail of mine that waits for a decision. */
  waiting: string
  /** A mail of mine that was left out. */
  leftOut: string
  person: string
  /** Another contact person of the file, whom nothing names. */
  contact: string
  user: string
  /** Somebody who was shut out. */
  leaver: string
  /** Somebody else who is here. */
  colleague: string
  group: string
  idleGroup: string
  rule: string
  mailbox: string
  journal: string
  blocked: string
  tenant: string
  job: string
  /** A webhook of an administrator. */
  webhook: string
  session: string
  token: string
  provider: string
  identity: string
  /** Somebody from a provider whom nobody knows yet. */
  request: string
  /** An administrator’s opening of something of mine, or an own one. */
  opening: string
  /** A copy of a person’s data that an administrator opened. */
  personExport: string
  /** An erasure of somebody of whom there was nothing. */
  erasure: string
  /** A hold on somebody whom nobody else names. */
  personHold: string
  /** A legal hold of an administrator. */
  hold: string
  /** A template for mails of somebody's own. */
  template: string
}
export type IdName = keyof Ids

/** A request that works, for whoever may: `as` the administrator, or anybody who sees what it names. */
export interface Sample {
  as?: 'administrator'
  params?: Record<string, string>
  query?: Record<string, string>
  body?: object
  /** A body that is no JSON, with its media type. */
  source?: { type: string; bytes: string }
}

const password = 'Zupełnie-tajne-9'
let counter = 0
const fresh = () => {
  counter += 1
  return counter
}

/** Of the form that a challenge and a verifier have. */
const challenge = 'a'.repeat(43)

const condition = { field: 'subject', operator: 'contains', values: ['nigdy'], match: 'any' }
const rule = (ids: Ids) => ({
  match: 'all',
  action: 'file',
  conditions: [condition],
  contractorId: ids.contractor,
  caseId: ids.caseFile,
})
const imap = { host: '127.0.0.1', port: 1, tls: true, user: 'biuro', password }
const mail = (n: number) =>
  `From: Ktoś <ktos@obcy-zupelnie.example>\r\nTo: biuro@nasza.example\r\nSubject: Próba ${n}\r\nMessage-ID: <probe-${n}@m.example>\r\n\r\nTreść ${n}\r\n`

/** A form with a small file and these fields. */
function form(fields: Record<string, string>) {
  const parts = Object.entries(fields).map(
    ([name, value]) => `--lupa\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  )
  const file = `--lupa\r\nContent-Disposition: form-data; name="file"; filename="plik.txt"\r\nContent-Type: text/plain\r\n\r\nTreść\r\n--lupa--\r\n`
  return { type: 'multipart/form-data; boundary=lupa', bytes: parts.join('') + file }
}

/** One line a route: a request that works. A route without a line fails the build. */
export const samples: Record<string, (ids: Ids) => Sample> = {
  'GET /health': () => ({}),
  'GET /ready': () => ({}),
  'GET /metrics': () => ({}),
  'POST /api/session': () => ({ body: { email: 'bartek@nasza.example', password } }),
  'POST /api/session/refresh': () => ({ body: { refresh: 'none' } }),
  'POST /api/session/password-link': () => ({ body: { token: 'none', password } }),
  'DELETE /api/session': () => ({}),
  'GET /api/session/forgotten-password': () => ({}),
  'POST /api/session/forgotten-password': () => ({ body: { email: 'bartek@nasza.example' } }),
  'POST /api/session/second-factor': () => ({ body: { email: 'bartek@nasza.example', password } }),
  'GET /api/session/providers': () => ({}),
  'POST /api/session/provider': ids => ({ body: { providerId: ids.provider, challenge } }),
  'POST /api/session/handover': () => ({ body: { challenge } }),
  'POST /api/session/redeem': () => ({ body: { code: 'none', verifier: challenge } }),
  'GET /api/session/nested': () => ({}),
  'POST /api/session/nested': ids => ({ body: { providerId: ids.provider, token: 'none' } }),
  'GET /api/me': () => ({}),
  'PATCH /api/me': () => ({ body: { language: 'en' } }),
  'POST /api/me/password': () => ({ body: { password, next: password } }),
  'GET /api/me/sessions': () => ({}),
  'DELETE /api/me/sessions': () => ({}),
  'DELETE /api/me/sessions/:sessionId': ids => ({ params: { sessionId: ids.session } }),
  'GET /api/me/second-factor': () => ({}),
  'POST /api/me/second-factor': () => ({}),
  'POST /api/me/second-factor/confirm': () => ({ body: { code: '000000' } }),
  'POST /api/me/second-factor/remove': () => ({ body: { code: '000000' } }),
  'GET /api/me/tokens': () => ({}),
  'POST /api/me/tokens': () => ({ body: { name: 'Próbny', scopes: ['read'], days: 1 } }),
  'DELETE /api/me/tokens/:tokenId': ids => ({ params: { tokenId: ids.token } }),
  'GET /api/me/identities': () => ({}),
  'POST /api/me/identities': ids => ({ body: { providerId: ids.provider, challenge } }),
  'DELETE /api/me/identities/:identityId': ids => ({ params: { identityId: ids.identity } }),
  'GET /api/access-tokens': () => ({ as: 'administrator' }),
  'DELETE /api/access-tokens/:tokenId': ids => ({ as: 'administrator', params: { tokenId: ids.token } }),
  'GET /api/accounts': () => ({ as: 'administrator' }),
  'PATCH /api/accounts/:userId': ids => ({
    as: 'administrator',
    params: { userId: ids.user },
    body: { isAdmin: true },
  }),
  'POST /api/accounts/:userId/password-link': ids => ({ as: 'administrator', params: { userId: ids.user }, body: {} }),
  'DELETE /api/accounts/:userId/password-link': ids => ({ as: 'administrator', params: { userId: ids.user } }),
  'DELETE /api/accounts/:userId/sessions': ids => ({ as: 'administrator', params: { userId: ids.user } }),
  'DELETE /api/accounts/:userId/second-factor': ids => ({ as: 'administrator', params: { userId: ids.user } }),
  'GET /api/accounts/:userId/hand-over': ids => ({ as: 'administrator', params: { userId: ids.leaver } }),
  'POST /api/accounts/:userId/hand-over': ids => ({
    as: 'administrator',
    params: { userId: ids.leaver },
    body: { toId: ids.colleague, parts: ['contractors', 'cases', 'tasks', 'mailboxes', 'items'] },
  }),
  'GET /api/settings/second-factor': () => ({}),
  'PATCH /api/settings/second-factor': () => ({ as: 'administrator', body: { required: 'nobody' } }),
  'GET /api/sign-in-providers': () => ({ as: 'administrator' }),
  'POST /api/sign-in-providers': () => ({
    as: 'administrator',
    body: { name: 'Firma', issuer: 'https://127.0.0.1:1', clientId: 'c', clientSecret: 's' },
  }),
  'PATCH /api/sign-in-providers/:providerId': ids => ({
    as: 'administrator',
    params: { providerId: ids.provider },
    body: { name: 'Inna', clientId: 'c' },
  }),
  'DELETE /api/sign-in-providers/:providerId': ids => ({
    as: 'administrator',
    params: { providerId: ids.provider },
  }),
  'GET /api/identity-requests': () => ({ as: 'administrator' }),
  'POST /api/identity-requests/:requestId/link': ids => ({
    as: 'administrator',
    params: { requestId: ids.request },
    body: { userId: ids.user },
  }),
  'DELETE /api/identity-requests/:requestId': ids => ({ as: 'administrator', params: { requestId: ids.request } }),
  'GET /api/users': () => ({}),
  'POST /api/users': ids => ({
    as: 'administrator',
    body: { name: 'Nowy', email: `nowy${fresh()}@nasza.example`, groups: [ids.group] },
  }),
  'GET /api/groups': () => ({}),
  'POST /api/groups': ids => ({
    as: 'administrator',
    body: { name: `Próbna ${fresh()}`, members: [ids.user, ids.group] },
  }),
  'PATCH /api/groups/:groupId': ids => ({
    as: 'administrator',
    params: { groupId: ids.group },
    body: { members: [ids.user] },
  }),
  'DELETE /api/groups/:groupId': ids => ({ as: 'administrator', params: { groupId: ids.idleGroup } }),

  'GET /api/contractors': () => ({}),
  'POST /api/contractors': ids => ({
    body: { name: 'Nowa', audience: { users: [ids.user], groups: [ids.group] } },
  }),
  'POST /api/contractors/holders': () => ({ body: { addresses: ['jan@klient.example'], taxId: '5213017228' } }),
  'GET /api/recent-contractors': () => ({}),
  'GET /api/pinned-contractors': () => ({}),
  'GET /api/changed-contractors': () => ({}),
  'PUT /api/contractors/:contractorId/pin': ids => ({
    params: { contractorId: ids.contractor },
    body: { pinned: true },
  }),
  'GET /api/contractors/:contractorId': ids => ({ params: { contractorId: ids.contractor } }),
  'PATCH /api/contractors/:contractorId': ids => ({
    params: { contractorId: ids.contractor },
    body: { city: 'Łódź', audience: { users: [ids.user], groups: [ids.group] } },
  }),
  'POST /api/contractors/:contractorId/addresses': ids => ({
    params: { contractorId: ids.contractor },
    body: { address: `nowy${fresh()}@klient-prob.example` },
  }),
  'POST /api/contractors/:contractorId/people': ids => ({
    params: { contractorId: ids.contractor },
    body: { name: 'Nowa osoba', addresses: [`nowa${fresh()}@klient-prob.example`] },
  }),
  'PATCH /api/contractors/:contractorId/people/:personId': ids => ({
    params: { contractorId: ids.contractor, personId: ids.person },
    body: { role: 'księgowa', phones: ['22 123 45 67'] },
  }),
  'DELETE /api/contractors/:contractorId/people/:personId': ids => ({
    params: { contractorId: ids.contractor, personId: ids.contact },
  }),
  'POST /api/contractors/:contractorId/cases': ids => ({
    params: { contractorId: ids.contractor },
    body: { title: 'Nowa', audience: { users: [ids.user], groups: [ids.group] } },
  }),
  'GET /api/contractors/:contractorId/cases': ids => ({ params: { contractorId: ids.contractor } }),
  'GET /api/contractors/:contractorId/timeline': ids => ({
    params: { contractorId: ids.contractor },
    query: { caseId: ids.caseFile },
  }),
  'GET /api/contractors/:contractorId/related': ids => ({ params: { contractorId: ids.contractor } }),
  'PUT /api/contractors/:contractorId/related/:relatedId': ids => ({
    params: { contractorId: ids.contractor, relatedId: ids.party },
    body: { kind: 'parent' },
  }),
  'DELETE /api/contractors/:contractorId/related/:relatedId': ids => ({
    params: { contractorId: ids.contractor, relatedId: ids.party },
  }),
  'GET /api/contractors/:contractorId/heads': ids => ({ params: { contractorId: ids.contractor } }),
  'POST /api/contractors/:contractorId/look': ids => ({ params: { contractorId: ids.contractor } }),
  'POST /api/cases/:caseId/look': ids => ({ params: { caseId: ids.caseFile } }),
  'GET /api/cases/:caseId/heads': ids => ({ params: { caseId: ids.caseFile } }),
  'GET /api/contractors/:contractorId/sweep': ids => ({
    params: { contractorId: ids.contractor },
    query: { address: 'kontakt@moja.example' },
  }),
  'POST /api/contractors/:contractorId/sweep': ids => ({
    params: { contractorId: ids.contractor },
    body: { address: 'kontakt@moja.example' },
  }),
  'DELETE /api/contractors/:contractorId/sweep': ids => ({
    params: { contractorId: ids.contractor },
    query: { address: 'kontakt@moja.example' },
  }),
  'GET /api/contractors/:contractorId/never-senders': ids => ({ params: { contractorId: ids.contractor } }),
  'DELETE /api/contractors/:contractorId/never-senders': ids => ({
    params: { contractorId: ids.contractor },
    query: { address: 'nigdy@klient.example' },
  }),
  'GET /api/contractors/:contractorId/seers': ids => ({
    params: { contractorId: ids.contractor },
    query: { caseId: ids.caseFile },
  }),
  'PUT /api/contractors/:contractorId/follow': ids => ({
    params: { contractorId: ids.contractor },
    body: { follows: true },
  }),
  'PUT /api/cases/:caseId/follow': ids => ({ params: { caseId: ids.caseFile }, body: { follows: true } }),
  'GET /api/cases/:caseId': ids => ({ params: { caseId: ids.caseFile } }),
  'PATCH /api/cases/:caseId': ids => ({
    params: { caseId: ids.caseFile },
    body: { title: 'Inna', audience: { users: [ids.user], groups: [ids.group] } },
  }),
  'PUT /api/cases/:caseId/parties/:contractorId': ids => ({
    params: { caseId: ids.caseFile, contractorId: ids.contractor },
  }),
  'DELETE /api/cases/:caseId/parties/:contractorId': ids => ({
    params: { caseId: ids.caseFile, contractorId: ids.party },
  }),
  'GET /api/cases/:caseId/timeline': ids => ({ params: { caseId: ids.caseFile } }),

  'GET /api/timeline': () => ({}),
  'GET /api/search': ids => ({ query: { q: 'sekret', contractorId: ids.contractor } }),
  'GET /api/search/counts': ids => ({ query: { q: 'sekret', contractorId: ids.contractor } }),
  'GET /api/search/places': () => ({ query: { q: 'sekret' } }),
  'GET /api/items/:itemId': ids => ({ params: { itemId: ids.mail } }),
  'GET /api/items/:itemId/source': ids => ({ params: { itemId: ids.mail } }),
  'GET /api/items/:itemId/pictures': ids => ({
    params: { itemId: ids.mail },
    query: { url: 'https://obraz.example/a.png' },
  }),
  'GET /api/items/:itemId/message': ids => ({ params: { itemId: ids.mail } }),
  'GET /api/items/:itemId/attachments/:position': ids => ({ params: { itemId: ids.mail, position: '0' } }),
  'GET /api/items/:itemId/attachments/:position/mail': ids => ({ params: { itemId: ids.mail, position: '0' } }),
  'PUT /api/items/:itemId/attachments/:position': ids => ({
    params: { itemId: ids.mail, position: '0' },
    body: { type: 'contract' },
  }),
  'GET /api/items/:itemId/origin': ids => ({ params: { itemId: ids.mail } }),
  'GET /api/items/:itemId/viewers': ids => ({ params: { itemId: ids.note } }),
  'GET /api/items/:itemId/seers': ids => ({ params: { itemId: ids.note } }),
  'POST /api/items/:itemId/seers': ids => ({
    params: { itemId: ids.note },
    body: { contractorId: ids.contractor, caseId: ids.caseFile },
  }),
  'GET /api/items/:itemId/readings': ids => ({ params: { itemId: ids.note } }),
  'GET /api/items/:itemId/shares': ids => ({ params: { itemId: ids.note } }),
  'POST /api/items/:itemId/shares': ids => ({
    params: { itemId: ids.note },
    body: { principals: [ids.user, ids.group] },
  }),
  'DELETE /api/items/:itemId/shares/:principalId': ids => ({
    params: { itemId: ids.note, principalId: ids.group },
  }),
  'GET /api/held': ids => ({ query: { mailboxId: ids.mailbox } }),
  'POST /api/held/release': ids => ({ body: { itemIds: [ids.mail] } }),
  'POST /api/held/keep-private': ids => ({ body: { itemIds: [ids.mail] } }),
  'PATCH /api/items/:itemId': ids => ({
    params: { itemId: ids.note },
    body: {
      contractorId: ids.contractor,
      caseId: ids.caseFile,
      title: 'Inny',
      audience: { users: [ids.user], groups: [ids.group] },
    },
  }),
  'DELETE /api/items/:itemId': ids => ({ params: { itemId: ids.mail }, query: { caseId: ids.caseFile } }),
  'POST /api/items/:itemId/teach': ids => ({ params: { itemId: ids.mail }, body: { verdict: 'right' } }),
  'POST /api/items/threads': ids => ({ body: { itemIds: [ids.mail] } }),
  'POST /api/items/assign': ids => ({ body: { itemIds: [ids.note], caseId: ids.caseFile } }),
  'POST /api/downloads': ids => ({ body: { path: `/api/contractors/${ids.contractor}/export` } }),
  'GET /api/contractors/:contractorId/export': ids => ({ params: { contractorId: ids.contractor } }),
  'GET /api/contractors/:contractorId/timeline.csv': ids => ({
    params: { contractorId: ids.contractor },
    query: { caseId: ids.caseFile },
  }),
  'GET /api/search.csv': ids => ({ query: { q: 'sekret', contractorId: ids.contractor } }),
  'GET /api/tasks.csv': ids => ({ query: { of: 'all', contractorId: ids.contractor, caseId: ids.caseFile } }),
  'GET /api/contractors/:contractorId/people.csv': ids => ({ params: { contractorId: ids.contractor } }),
  'GET /api/contractors.csv': () => ({}),
  'GET /api/cases/:caseId/timeline.csv': ids => ({ params: { caseId: ids.caseFile } }),
  'POST /api/contractors/:contractorId/documents': ids => ({
    params: { contractorId: ids.contractor },
    source: form({ caseId: ids.caseFile }),
  }),
  'GET /api/documents/:documentId/text': ids => ({ params: { documentId: ids.document } }),
  'GET /api/documents/:documentId/versions': ids => ({ params: { documentId: ids.document } }),
  'PUT /api/documents/:documentId/versions/:otherId': ids => ({
    params: { documentId: ids.document, otherId: ids.version },
  }),
  'DELETE /api/documents/:documentId/versions': ids => ({ params: { documentId: ids.version } }),
  'GET /api/documents/:documentId/mail': ids => ({ params: { documentId: ids.document } }),
  'GET /api/documents/:documentId/content': ids => ({ params: { documentId: ids.document } }),
  'POST /api/documents/confidential': () => ({ body: { hashes: ['0'.repeat(64)] } }),
  'POST /api/activities': ids => ({
    body: {
      kind: 'task',
      title: 'Zadzwonić',
      contractorId: ids.contractor,
      caseId: ids.caseFile,
      personId: ids.person,
      assigneeId: ids.user,
      audience: { users: [ids.user], groups: [ids.group] },
      fromItemId: ids.mail,
    },
  }),
  'PATCH /api/activities/:activityId': ids => ({
    params: { activityId: ids.task },
    body: { title: 'Inaczej', personId: ids.person, assigneeId: ids.user, state: 'in-progress' },
  }),
  'POST /api/activities/:activityId/comments': ids => ({
    params: { activityId: ids.task },
    body: { comment: 'Załatwione.' },
  }),
  'GET /api/tasks': ids => ({ query: { of: 'all', contractorId: ids.contractor, caseId: ids.caseFile } }),
  'POST /api/messages': ids => ({
    query: { contractorId: ids.contractor, caseId: ids.caseFile },
    source: { type: 'message/rfc822', bytes: mail(fresh()) },
  }),
  'POST /api/messages/attachments': ids => ({
    query: { contractorId: ids.contractor },
    source: { type: 'message/rfc822', bytes: mail(fresh()) },
  }),
  'POST /api/messages/mail': () => ({ source: { type: 'message/rfc822', bytes: mail(fresh()) } }),
  'POST /api/lookup': ids => ({ body: { from: ['nikt@obcy-zupelnie.example'], contractorId: ids.contractor } }),

  'POST /api/lookup/choice': ids => ({ body: { thread: 'watek@m.example', contractorId: ids.contractor } }),

  'GET /api/notifications': () => ({}),
  'GET /api/notifications/unread': () => ({}),
  'POST /api/notifications/read': () => ({ body: { until: '2026-01-01T00:00:00.000Z' } }),
  // Both are written to the log, whatever they find: tests/server/access-check compares what they tell.
  'POST /api/access/view-as': ids => ({ as: 'administrator', body: { userId: ids.user } }),
  'POST /api/access/break-glass': () => ({
    as: 'administrator',
    body: { objectType: 'item', objectId: crypto.randomUUID(), reason: 'Próba otwarcia', minutes: 5 },
  }),
  'GET /api/access/break-glass': () => ({}),
  'DELETE /api/access/break-glass/:breakGlassId': ids => ({ params: { breakGlassId: ids.opening } }),
  'GET /api/audit': () => ({ as: 'administrator' }),
  'POST /api/audit/verification': () => ({ as: 'administrator' }),
  'GET /api/events': () => ({}),
  'GET /outlook/manifest.xml': () => ({}),
  'GET /thunderbird/lupa.xpi': () => ({}),
  'GET /thunderbird/updates.json': () => ({}),
  'GET /thunderbird/policies.json': () => ({}),

  'GET /api/triage': () => ({}),
  'GET /api/triage/groups': () => ({}),
  'GET /api/triage/:messageId/message': ids => ({ params: { messageId: ids.waiting } }),
  'POST /api/triage/file': ids => ({
    body: { ids: [ids.waiting], contractorId: ids.contractor, caseId: ids.caseFile },
  }),
  'POST /api/triage/leave-out': ids => ({ body: { ids: [ids.waiting] } }),
  'POST /api/triage/recover': ids => ({ body: { ids: [ids.leftOut] } }),

  'GET /api/rules': () => ({}),
  'POST /api/rules': ids => ({ body: { name: 'Próbna', scope: 'personal', ...rule(ids) } }),
  'POST /api/rules/test': ids => ({ body: { scope: 'personal', ...rule(ids) } }),
  'POST /api/rules/order': ids => ({ body: { scope: 'personal', ruleIds: [ids.rule] } }),
  'PATCH /api/rules/:ruleId': ids => ({ params: { ruleId: ids.rule }, body: { body: rule(ids) } }),
  'POST /api/rules/:ruleId/replay': ids => ({ params: { ruleId: ids.rule }, body: { preview: true } }),
  'DELETE /api/rules/:ruleId': ids => ({ params: { ruleId: ids.rule } }),

  'GET /api/mailboxes': () => ({}),
  'POST /api/mailboxes': ids => ({
    body: {
      kind: 'imap',
      ...imap,
      host: `h${fresh()}.example`,
      since: '2026-01-01',
      ownerId: ids.user,
      audience: { users: [ids.user], groups: [ids.group] },
    },
  }),
  'POST /api/mailboxes/try': () => ({ body: imap }),
  'PATCH /api/mailboxes/:mailboxId': ids => ({ params: { mailboxId: ids.mailbox }, body: { paused: true } }),
  'POST /api/mailboxes/:mailboxId/sync': ids => ({ params: { mailboxId: ids.mailbox } }),
  'DELETE /api/mailboxes/:mailboxId': ids => ({ params: { mailboxId: ids.mailbox } }),
  'GET /api/journal-addresses': () => ({}),
  'POST /api/journal-addresses': () => ({ body: { kind: 'bcc', label: 'Moja kopia' } }),
  'PATCH /api/journal-addresses/:journalAddressId': ids => ({
    params: { journalAddressId: ids.journal },
    body: { enabled: false },
  }),
  'DELETE /api/journal-addresses/:journalAddressId': ids => ({ params: { journalAddressId: ids.journal } }),
  'POST /api/journal-addresses/:journalAddressId/sync': ids => ({ params: { journalAddressId: ids.journal } }),
  'GET /api/own-addresses': () => ({}),
  'POST /api/own-addresses': () => ({ as: 'administrator', body: { address: `@nasza${fresh()}.example` } }),
  'DELETE /api/own-addresses': () => ({ as: 'administrator', query: { address: '@dawna.example' } }),
  'GET /api/blocked-addresses': () => ({}),
  'POST /api/blocked-addresses': () => ({ body: { address: `b${fresh()}@zly.example`, scope: 'personal' } }),
  'DELETE /api/blocked-addresses/:blockedId': ids => ({ params: { blockedId: ids.blocked } }),

  'GET /api/settings/access': () => ({}),
  'PATCH /api/settings/access': () => ({ as: 'administrator', body: { recipients: false } }),
  'GET /api/settings/filing': () => ({}),
  'GET /api/settings/references': () => ({}),
  'PATCH /api/settings/references': () => ({ as: 'administrator', body: { pattern: 'SPR-{year}-{number:4}' } }),
  'PATCH /api/settings/filing': () => ({ as: 'administrator', body: { borders: ['mx.nasza.example'] } }),
  'GET /api/mail-server': () => ({ as: 'administrator' }),
  'PUT /api/mail-server': () => ({
    as: 'administrator',
    body: { host: '127.0.0.1', port: 1, encryption: 'none', sender: 'lupa@nasza.example' },
  }),
  'DELETE /api/mail-server': () => ({ as: 'administrator' }),
  'POST /api/mail-server/test': () => ({ as: 'administrator' }),
  'POST /api/accounts/:userId/password-mail': ids => ({
    as: 'administrator',
    params: { userId: ids.user },
    body: {},
  }),
  'GET /api/me/digest': () => ({}),
  'PATCH /api/me/digest': () => ({ body: { digest: 'daily' } }),
  'GET /api/settings/alarm': () => ({}),
  'PATCH /api/settings/alarm': () => ({ as: 'administrator', body: { hours: 4 } }),
  'POST /api/mailboxes/preview': () => ({ body: { ...imap, since: '2026-01-01' } }),
  'POST /api/set-up/look': () => ({ body: { token: 'none' } }),
  'POST /api/set-up': () => ({
    body: { token: 'none', company: 'Firma', name: 'Nowy', email: 'nowy@nasza.example', password, language: 'pl' },
  }),
  'GET /api/first-run': () => ({ as: 'administrator' }),
  'PATCH /api/first-run': () => ({ as: 'administrator', body: { step: 'mailbox', state: 'skipped' } }),
  'GET /api/webhooks': () => ({ as: 'administrator' }),
  'POST /api/webhooks': () => ({
    as: 'administrator',
    body: { url: 'https://cel.example/lupa', events: ['item.changed'] },
  }),
  'PATCH /api/webhooks/:webhookId': ids => ({
    as: 'administrator',
    params: { webhookId: ids.webhook },
    body: { enabled: false },
  }),
  'DELETE /api/webhooks/:webhookId': ids => ({ as: 'administrator', params: { webhookId: ids.webhook } }),
  'POST /api/webhooks/:webhookId/secret': ids => ({ as: 'administrator', params: { webhookId: ids.webhook } }),
  'POST /api/webhooks/:webhookId/test': ids => ({ as: 'administrator', params: { webhookId: ids.webhook } }),
  'GET /api/webhooks/:webhookId/deliveries': ids => ({ as: 'administrator', params: { webhookId: ids.webhook } }),
  'POST /api/contractors/import/preview': () => ({
    source: { type: 'application/octet-stream', bytes: 'Nazwa;NIP\nNowa Firma;' },
  }),
  'POST /api/contractors/import': () => ({
    query: { columns: 'name', known: 'skip' },
    source: { type: 'application/octet-stream', bytes: `Nazwa\nFirma z listy ${fresh()}` },
  }),
  'GET /api/contractors/duplicates': () => ({}),
  'GET /api/contractors/:contractorId/merge': ids => ({
    params: { contractorId: ids.contractor },
    query: { fromId: ids.party },
  }),
  'POST /api/contractors/:contractorId/merge': ids => ({
    params: { contractorId: ids.contractor },
    body: { fromId: ids.party, circle: 'keep' },
  }),
  'DELETE /api/contractors/:contractorId': ids => ({ params: { contractorId: ids.unused } }),
  'GET /api/system': () => ({ as: 'administrator' }),
  'GET /api/system/licences': () => ({ as: 'administrator' }),
  'GET /api/audit/export': () => ({ as: 'administrator' }),
  'GET /api/retention': () => ({}),
  'PUT /api/retention': () => ({ as: 'administrator', body: { isOn: false, months: { note: 120 } } }),
  'POST /api/retention/preview': () => ({ as: 'administrator', body: { months: { note: 1 } } }),
  'GET /api/legal-holds': () => ({ as: 'administrator' }),
  'POST /api/legal-holds': ids => ({
    as: 'administrator',
    body: { objectType: 'contractor', objectId: ids.contractor, reason: 'Spór sądowy' },
  }),
  'DELETE /api/legal-holds/:holdId': ids => ({ as: 'administrator', params: { holdId: ids.hold } }),
  'POST /api/person-data/search': () => ({ as: 'administrator', body: { query: 'kowalska' } }),
  'POST /api/person-data/report': () => ({ as: 'administrator', body: { address: 'ktos@obcy-zupelnie.example' } }),
  'POST /api/person-data/exports': () => ({
    as: 'administrator',
    body: { address: 'ktos@obcy-zupelnie.example', reason: 'Wniosek z 2 marca' },
  }),
  'GET /api/person-data/exports/:exportId': ids => ({ as: 'administrator', params: { exportId: ids.personExport } }),
  'GET /api/person-holds': () => ({ as: 'administrator' }),
  'POST /api/person-holds': () => ({
    as: 'administrator',
    body: { address: `ktos-${fresh()}@obcy-zupelnie.example`, reason: 'Spór sądowy' },
  }),
  'DELETE /api/person-holds/:personHoldId': ids => ({
    as: 'administrator',
    params: { personHoldId: ids.personHold },
  }),
  'POST /api/erasures/preview': () => ({
    as: 'administrator',
    body: { address: 'nikt@nigdzie.example', duties: ['invoice'], others: 'keep' },
  }),
  'POST /api/erasures': () => {
    const address = `nikt-${fresh()}@nigdzie.example`
    const reason = 'Wniosek o usunięcie'
    return {
      as: 'administrator',
      body: { address, confirmation: address, reason, duties: ['invoice'], others: 'keep' },
    }
  },
  'GET /api/erasures': () => ({ as: 'administrator' }),
  'GET /api/erasures/:erasureId/kept': ids => ({
    as: 'administrator',
    params: { erasureId: ids.erasure },
    query: { reason: 'hold' },
  }),
  'DELETE /api/erasures/:erasureId/tombstone': ids => ({ as: 'administrator', params: { erasureId: ids.erasure } }),
  'GET /api/mail-templates': () => ({}),
  'POST /api/mail-templates': () => ({
    body: { name: 'Próbny', language: 'pl', subject: '', body: 'Dzień dobry', isShared: false },
  }),
  'PATCH /api/mail-templates/:templateId': ids => ({ params: { templateId: ids.template }, body: { name: 'Inny' } }),
  'GET /api/document-types': () => ({}),
  'POST /api/document-types': () => ({
    as: 'administrator',
    body: { namePl: `Typ ${fresh()}`, nameEn: 'Type', icon: 'truck', colour: 'green', words: [] },
  }),
  'PATCH /api/document-types/:key': () => ({
    as: 'administrator',
    params: { key: 'protocol' },
    body: { namePl: 'Protokół odbioru' },
  }),
  'GET /api/microsoft/tenants': () => ({ as: 'administrator' }),
  'POST /api/microsoft/tenants': () => ({
    as: 'administrator',
    body: { tenant: `t${fresh()}.example`, clientId: 'c', clientSecret: 's' },
  }),
  'DELETE /api/microsoft/tenants/:tenantId': ids => ({ as: 'administrator', params: { tenantId: ids.tenant } }),
  'POST /api/microsoft/mailboxes': ids => ({
    as: 'administrator',
    body: { tenantId: ids.tenant, user: `u${fresh()}@t.example`, since: '2026-01-01', ownerId: ids.user },
  }),
  'POST /api/microsoft/messages': () => ({ body: { mailbox: 'nikt@firma.example', messageId: 'none@m.example' } }),
  'POST /api/microsoft/notifications': () => ({ body: { value: [] } }),
  'GET /api/jobs': () => ({ as: 'administrator' }),
  'POST /api/jobs/:jobId/retry': ids => ({ as: 'administrator', params: { jobId: ids.job } }),
  'DELETE /api/jobs/:jobId': ids => ({ as: 'administrator', params: { jobId: ids.job } }),
}

/** The names of what a route's sample asks for. */
export function idsNamedBy(sample: (ids: Ids) => Sample): IdName[] {
  const named = new Set<IdName>()
  const listening = new Proxy({} as Ids, {
    get(_, name) {
      named.add(name as IdName)
      return ''
    },
  })
  sample(listening)
  return [...named]
}
