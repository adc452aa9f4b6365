/** What a request of a route may name; each is asked for by a getter, so that the matrix knows what a route names. */
export interface Ids {
  contractor: string
  caseFile: string
  note: string
  mail: string
  document: string
  /** A mail of mine that waits for a decision. */
  waiting: string
  /** A mail of mine that was left out. */
  leftOut: string
  person: string
  user: string
  group: string
  rule: string
  mailbox: string
  journal: string
  blocked: string
  tenant: string
  job: string
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

/** One line a route: a request that works. A route without a line fails the build. */
export const samples: Record<string, (ids: Ids) => Sample> = {
  'GET /health': () => ({}),
  'GET /ready': () => ({}),
  'POST /api/session': () => ({ body: { email: 'bartek@nasza.example', password } }),
  'POST /api/session/refresh': () => ({ body: { refresh: 'none' } }),
  'POST /api/session/password-link': () => ({ body: { token: 'none', password } }),
  'DELETE /api/session': () => ({}),
  'GET /api/me': () => ({}),
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

  'GET /api/contractors': () => ({}),
  'POST /api/contractors': ids => ({
    body: { name: 'Nowa', audience: { users: [ids.user], groups: [ids.group] } },
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
  'POST /api/contractors/:contractorId/cases': ids => ({
    params: { contractorId: ids.contractor },
    body: { title: 'Nowa', audience: { users: [ids.user], groups: [ids.group] } },
  }),
  'GET /api/contractors/:contractorId/cases': ids => ({ params: { contractorId: ids.contractor } }),
  'GET /api/contractors/:contractorId/timeline': ids => ({
    params: { contractorId: ids.contractor },
    query: { caseId: ids.caseFile },
  }),
  'GET /api/contractors/:contractorId/sweep': ids => ({
    params: { contractorId: ids.contractor },
    query: { address: 'kontakt@moja.example' },
  }),
  'POST /api/contractors/:contractorId/sweep': ids => ({
    params: { contractorId: ids.contractor },
    body: { address: 'kontakt@moja.example' },
  }),
  'GET /api/cases/:caseId': ids => ({ params: { caseId: ids.caseFile } }),
  'PATCH /api/cases/:caseId': ids => ({
    params: { caseId: ids.caseFile },
    body: { title: 'Inna', audience: { users: [ids.user], groups: [ids.group] } },
  }),
  'GET /api/cases/:caseId/timeline': ids => ({ params: { caseId: ids.caseFile } }),

  'GET /api/timeline': () => ({}),
  'GET /api/search': ids => ({ query: { q: 'sekret', contractorId: ids.contractor } }),
  'GET /api/items/:itemId': ids => ({ params: { itemId: ids.mail } }),
  'GET /api/items/:itemId/source': ids => ({ params: { itemId: ids.mail } }),
  'GET /api/items/:itemId/origin': ids => ({ params: { itemId: ids.mail } }),
  'GET /api/items/:itemId/viewers': ids => ({ params: { itemId: ids.note } }),
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
  'POST /api/items/assign': ids => ({ body: { itemIds: [ids.note], caseId: ids.caseFile } }),
  'GET /api/documents/:documentId/content': ids => ({ params: { documentId: ids.document } }),
  'POST /api/activities': ids => ({
    body: {
      kind: 'task',
      title: 'Zadzwonić',
      contractorId: ids.contractor,
      caseId: ids.caseFile,
      personId: ids.person,
      assigneeId: ids.user,
    },
  }),
  'POST /api/messages': ids => ({
    query: { contractorId: ids.contractor, caseId: ids.caseFile },
    source: { type: 'message/rfc822', bytes: mail(fresh()) },
  }),
  'POST /api/lookup': ids => ({ body: { from: ['nikt@obcy-zupelnie.example'], contractorId: ids.contractor } }),

  'GET /api/triage': () => ({}),
  'GET /api/triage/groups': () => ({}),
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
  'GET /api/blocked-addresses': () => ({}),
  'POST /api/blocked-addresses': () => ({ body: { address: `b${fresh()}@zly.example`, scope: 'personal' } }),
  'DELETE /api/blocked-addresses/:blockedId': ids => ({ params: { blockedId: ids.blocked } }),

  'GET /api/settings/filing': () => ({}),
  'PATCH /api/settings/filing': () => ({ as: 'administrator', body: { borders: ['mx.nasza.example'] } }),
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
