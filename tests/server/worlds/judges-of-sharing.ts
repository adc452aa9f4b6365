import type { Opening } from './company.ts'
import { mayMove } from './effects.ts'
import { type Held, judged, ofEachFile, ofEachItem, playedBy, tellsNothing } from './reading.ts'
import { caseSeers, fileSeers, idsIn, itemSeers, namesIn } from './shown.ts'

/** Routes that say who sees what and why, or tell somebody of it; part of `held`. */
export const sharingHeld: Record<string, Held> = {
  'GET /api/items/:itemId/seers': ofEachItem(async ({ get, seen, rules, company }, item) => {
    const reply = await get(`/api/items/${item.id}/seers`)
    seen(reply, rules.seesItem(item), 'seers of an item', () => [
      { names: namesIn(reply), unseen: unseenCases(reply.body.items, rules.cases) },
      { names: itemSeers(company, rules, item), unseen: [] },
    ])
  }),
  'POST /api/items/:itemId/seers': judged(async ({ post, seen, same, rules, company, user }) => {
    // Each question moves an item and takes it back, and the other judges would miss one that stayed moved.
    for (const item of company.items.slice(0, 3)) {
      const reply = await post(`/api/items/${item.id}/seers`, { caseId: null })
      const may = rules.seesItem(item) && rules.holds(item.contractor.audience)
      if (rules.seesItem(item) && !mayMove(rules, user, item)) {
        same(reply.status, 403, 'seers after a move by somebody who was only shown the item')
        continue
      }
      const inFile = fileSeers(company, item.contractor)
      seen(reply, may, 'seers after a move into the file at large', () => [
        reply.body.newcomers.filter((one: { name: string }) => !inFile.includes(one.name)),
        [],
      ])
    }
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
    const shared = [...item.personal].filter(([, way]) => way === 'shared').map(([principal]) => principal)
    seen(reply, rules.seesItem(item), 'shares', () => [
      reply.body.items.map((one: { principalId: string }) => one.principalId).toSorted(),
      shared.toSorted(),
    ])
  }),
  'POST /api/items/:itemId/shares': playedBy('share'),
  'DELETE /api/items/:itemId/shares/:principalId': playedBy('unshare'),
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
  'POST /api/access/break-glass': playedBy('breakGlass', 'expireOpenings'),
  'GET /api/access/break-glass': judged(async ({ get, same, rules, company }) => {
    const { body } = await get('/api/access/break-glass')
    const looksAfter = async ({ of }: Opening) => {
      if (!('thing' in of)) return of.manager === rules.user && rules.holds(of.audience)
      // Whose an item is to look after, the item itself says.
      return (await get(`/api/items/${of.id}`)).body.may?.readLog === true
    }
    const known: string[] = []
    for (const opening of company.openings)
      if (opening.user === rules.user || (await looksAfter(opening))) known.push(opening.id)
    same(idsIn(body.items), known.toSorted(), 'openings')
  }),
  'DELETE /api/access/break-glass/:breakGlassId': playedBy('endOpening'),
  'GET /api/audit/export': judged(async ({ get, same, rules }) => {
    const reply = await get('/api/audit/export')
    same(reply.status, rules.isAdmin ? 200 : 403, 'who takes the log along')
    if (!rules.isAdmin) return
    const seen = new Set([...rules.items, ...rules.contractors, ...rules.cases].map(({ id }) => id))
    const lines: string[][] = String(reply.body)
      .split('\r\n')
      .map((line: string) => line.slice(1, -1).split('";"'))
    const told = lines.filter(
      ([, , , , type = '', name, id = '', details]) =>
        ['item', 'case', 'contractor'].includes(type) && !seen.has(id) && (name !== '' || details !== '{}'),
    )
    same(told, [], 'names in the exported log of what is hidden')
  }),
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
  'GET /api/events': judged(async ({ stage, same, rules, company }) => {
    const { changes, told } = await stage.eventsFor(rules.user)
    const seen = new Set(rules.items.map(({ id }) => id))
    const files = new Set<string | null>(rules.contractors.map(({ id }) => id))
    const cases = new Set<string | null>(rules.cases.map(({ id }) => id))
    const ofTopic = (topic: string) => new Set(told.filter(one => one.topic === topic).map(one => one.itemId))
    const changed = new Set(
      changes.flatMap(([topic, item]) => (topic === 'item' && item && seen.has(item) ? item : [])),
    )
    same(without(changed, ofTopic('item')), [], 'items of which nothing is told')
    same(without(ofTopic('item'), seen), [], 'hidden items that are told of')
    same(
      [...seen].filter(id => ofTopic('gone').has(id)),
      [],
      'said to be gone though seen',
    )
    const isMine = (of: string | null) =>
      of === rules.user || company.mailboxes.some(box => box.id === of && [...box.helpers].some(rules.is))
    const stirs = changes.some(([topic, , , , of]) => topic === 'triage' && isMine(of))
    same(ofTopic('triage').size > 0, stirs, 'told of what waits')
    for (const one of told) {
      same(one.contractorId === null || files.has(one.contractorId), true, 'told of a contractor')
      if (one.topic === 'case') same(cases.has(one.caseId), true, 'told of a case')
    }
  }),
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
  'GET /api/held': judged(async ({ get, same, rules }) => {
    const held = rules.items.filter(
      item =>
        item.thing.source !== '' &&
        rules.seesContractor(item.contractor) &&
        rules.filingsOf(item).some(filing => filing.held?.by === rules.user),
    )
    const { body } = await get('/api/held')
    same(
      body.items.map((row: { itemId: string }) => row.itemId),
      held.map(({ id }) => id),
      'held',
    )
  }),
  'POST /api/held/release': playedBy('release', 'endGrace'),
  'POST /api/held/keep-private': playedBy('keepPrivate'),
  'GET /api/contractors/:contractorId/never-senders': ofEachFile(async ({ get, same, rules }, one) => {
    const { status } = await get(`/api/contractors/${one.id}/never-senders`)
    same(status === 404, !rules.seesContractor(one), 'senders that never file')
  }),
  'DELETE /api/contractors/:contractorId/never-senders': tellsNothing('answers nothing; the matrix asks'),
  'DELETE /api/contractors/:contractorId/sweep': tellsNothing('answers nothing; the matrix asks'),
  'POST /api/journal-addresses/:journalAddressId/sync': tellsNothing('lists what is the asker’s own'),
  'GET /api/own-addresses': judged(async ({ get, same, company }) => {
    const { body } = await get('/api/own-addresses')
    const named = body.items.flatMap((one: { userName: string | null }) => one.userName ?? [])
    same(named.toSorted(), company.people.map(person => person.name).toSorted(), 'whose addresses are ours')
  }),
  'POST /api/own-addresses': tellsNothing('administrators’ settings, without content'),
  'DELETE /api/own-addresses': tellsNothing('administrators’ settings, without content'),
  'GET /api/settings/access': tellsNothing('the same for everybody'),
  'PATCH /api/settings/access': tellsNothing('administrators’ settings, without content'),
  'GET /outlook/manifest.xml': tellsNothing('nobody is asking'),
  'GET /thunderbird/lupa.xpi': tellsNothing('nobody is asking'),
  'GET /thunderbird/updates.json': tellsNothing('nobody is asking'),
  'GET /thunderbird/policies.json': tellsNothing('nobody is asking'),
}

function without(some: Set<string | null>, others: Set<string | null>) {
  return [...some].filter(id => !others.has(id))
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
