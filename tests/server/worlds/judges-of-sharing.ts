import { type Held, judged, ofEachFile, ofEachItem, playedBy, tellsNothing } from './reading.ts'
import { caseSeers, fileSeers, itemSeers, namesIn } from './shown.ts'

/** Routes that say who sees what and why, or tell somebody of it; part of `held`. */
export const sharingHeld: Record<string, Held> = {
  'GET /api/items/:itemId/seers': ofEachItem(async ({ get, seen, rules, company }, item) => {
    const reply = await get(`/api/items/${item.id}/seers`)
    seen(reply, rules.seesItem(item), 'seers of an item', () => [
      { names: namesIn(reply), unseen: unseenCases(reply.body.items, rules.cases) },
      { names: itemSeers(company, rules, item), unseen: [] },
    ])
  }),
  'GET /api/contractors/:contractorId/seers': judged(async ({ get, seen, rules, company }) => {
    for (const one of company.contractors) {
      const reply = await get(`/api/contractors/${one.id}/seers`)
      seen(reply, rules.holds(one.audience), 'seers of a file', () => [namesIn(reply), fileSeers(company, one)])
    }
    for (const kase of company.cases) {
      const reply = await get(`/api/contractors/${kase.contractor.id}/seers?caseId=${kase.id}`)
      seen(reply, rules.seesCase(kase), 'seers of a case', () => [namesIn(reply), caseSeers(company, kase)])
    }
  }),
  'GET /api/items/:itemId/shares': ofEachItem(async ({ get, seen, rules }, item) => {
    const reply = await get(`/api/items/${item.id}/shares`)
    // No act shares yet: what is shared is tested in tests/server/sharing.
    seen(reply, rules.seesItem(item), 'shares', () => [reply.body.items, []])
  }),
  'POST /api/items/:itemId/shares': tellsNothing('answers as the list does; tests/server/sharing'),
  'DELETE /api/items/:itemId/shares/:principalId': tellsNothing('answers nothing; tests/server/sharing'),
  'GET /api/items/:itemId/readings': ofEachItem(async ({ get, same, rules }, item) => {
    const { status } = await get(`/api/items/${item.id}/readings`)
    // Whoever sees it without looking after it is told that it is not his to ask.
    same(status === 404, !rules.seesItem(item), 'who read it')
    same([200, 403, 404].includes(status), true, 'answer about readings')
  }),
  'POST /api/access/view-as': judged(async ({ post, same, rules, company }) => {
    const other = company.people[1]
    if (!other) return
    const asked = {
      items: company.items.map(item => item.id),
      contractors: company.contractors.map(one => one.id),
      cases: company.cases.map(kase => kase.id),
    }
    const { status, body } = await post('/api/access/view-as', { userId: other.id, ...asked })
    same(status, rules.isAdmin ? 200 : 403, 'who looks as somebody else')
    if (!rules.isAdmin) return
    const his = rules.asSeenBy(other.id)
    const found = [body.items, body.contractors, body.cases].map((ids: string[]) => ids.toSorted())
    const expected = [his.items, his.contractors, his.cases].map(list => list.map(({ id }) => id).toSorted())
    same(found, expected, 'seen by another')
    const { items, contractors, cases } = body.counts
    same(
      [items, contractors, cases],
      expected.map(list => list.length),
      'how much another sees',
    )
  }),
  'POST /api/access/break-glass': tellsNothing('opens, and writes that down; tests/server/access-check'),
  'GET /api/access/break-glass': tellsNothing('lists openings, of which worlds have none; tests/server/access-check'),
  'DELETE /api/access/break-glass/:breakGlassId': tellsNothing('answers nothing; tests/server/access-check'),
  'GET /api/audit': judged(async ({ get, same, rules }) => {
    const reply = await get('/api/audit?limit=100')
    same(reply.status, rules.isAdmin ? 200 : 403, 'who reads the log')
    if (!rules.isAdmin) return
    const seen = new Set([...rules.items, ...rules.contractors, ...rules.cases].map(({ id }) => id))
    const told = reply.body.items.filter(
      (entry: { objectType: string; objectId: string; objectName: string | null; details: object }) =>
        ['item', 'case', 'contractor'].includes(entry.objectType) &&
        !seen.has(entry.objectId) &&
        (entry.objectName !== null || Object.keys(entry.details).length > 0),
    )
    same(told, [], 'names in the log of what is hidden')
  }),
  'POST /api/audit/verification': tellsNothing('numbers and ids; tests/server/audit'),
  'GET /api/events': tellsNothing('never ends; tests/server/live judges each event by the rights of its moment'),
  'GET /api/notifications': judged(async ({ get, same, rules }) => {
    const { body } = await get('/api/notifications?limit=100')
    const items = new Set(rules.items.map(({ id }) => id))
    const names = new Set(rules.contractors.map(({ name }) => name))
    const references = new Set(rules.cases.map(({ reference }) => reference))
    for (const told of body.items) {
      same(told.itemId === null || items.has(told.itemId), true, 'told of an item')
      same(told.contractorName === null || names.has(told.contractorName), true, 'told of a contractor')
      same(told.caseReference === null || references.has(told.caseReference), true, 'told of a case')
    }
    same((await get('/api/notifications/unread')).body.unread, body.items.length, 'how many are unread')
  }),
  'GET /api/notifications/unread': tellsNothing('a number that the list’s judge compares'),
  'POST /api/notifications/read': tellsNothing('answers nothing'),
  'PUT /api/contractors/:contractorId/follow': playedBy('follow'),
  'PUT /api/cases/:caseId/follow': playedBy('follow'),
  'GET /api/held': judged(async ({ get, same }) => {
    // Worlds have no mailboxes, so nothing is held: tests/server/mailbox/consent.test.ts holds.
    same((await get('/api/held')).body.items, [], 'held')
  }),
  'POST /api/held/release': ofEachItem(async ({ post, same }, item) => {
    const { body } = await post('/api/held/release', { itemIds: [item.id] })
    same(body.items, [{ itemId: item.id, done: false, code: 'not-found' }], 'released though not held')
  }),
  'POST /api/held/keep-private': tellsNothing('decides as the release does; tests/server/mailbox/consent.test.ts'),
  'POST /api/lookup/choice': tellsNothing('answers nothing; the matrix asks about hidden contractors'),
  'GET /api/contractors/:contractorId/never-senders': ofEachFile(async ({ get, same, rules }, one) => {
    const { status } = await get(`/api/contractors/${one.id}/never-senders`)
    same(status === 404, !rules.seesContractor(one), 'senders that never file')
  }),
  'DELETE /api/contractors/:contractorId/never-senders': tellsNothing('answers nothing; the matrix asks'),
  'DELETE /api/contractors/:contractorId/sweep': tellsNothing('answers nothing; the matrix asks'),
  'POST /api/journal-addresses/:journalAddressId/sync': tellsNothing('lists what is the asker’s own'),
  'GET /api/own-addresses': tellsNothing('the same for everybody'),
  'POST /api/own-addresses': tellsNothing('administrators’ settings, without content'),
  'DELETE /api/own-addresses': tellsNothing('administrators’ settings, without content'),
  'GET /api/settings/access': tellsNothing('the same for everybody'),
  'PATCH /api/settings/access': tellsNothing('administrators’ settings, without content'),
  'GET /outlook/manifest.xml': tellsNothing('nobody is asking'),
  'GET /thunderbird/lupa.xpi': tellsNothing('nobody is asking'),
  'GET /thunderbird/updates.json': tellsNothing('nobody is asking'),
  'GET /thunderbird/policies.json': tellsNothing('nobody is asking'),
}

interface Seer {
  reasons: { caseReference: string | null }[]
}

/** Cases that are named as a reason though the reader does not see them. */
function unseenCases(seers: Seer[], cases: { reference: string }[]): string[] {
  const known = new Set(cases.map(({ reference }) => reference))
  const named = seers.flatMap(({ reasons }) => reasons.flatMap(({ caseReference }) => caseReference ?? []))
  return named.filter(reference => !known.has(reference))
}
