import { sharingHeld } from './judges-of-sharing.ts'
import { type Held, judged, ofEachCase, ofEachFile, ofEachItem, playedBy, tellsNothing } from './reading.ts'
import {
  hasAttachmentName,
  hasWord,
  idsIn,
  liesIn,
  membersOf,
  namesIn,
  type Place,
  placesIfFiled,
  placesIn,
  placesOf,
  referencesIn,
  rowFrom,
  rowOf,
  rowsIn,
  rowsOf,
  titlesIn,
  unseenIn,
} from './shown.ts'

const ofOnesOwn = 'lists and keeps what is the asker’s own; tests/server/http/matrix.test.ts asks as others'
const ofAdministrators = 'administrators’ settings, without content; tests/server/http/matrix.test.ts asks as others'

const ofIdentity = 'lets people in, and shows none of the files; tests/server/identity'

/** Every route of the contract. A new one gets a line here, or the build fails. */
export const held: Record<string, Held> = {
  'GET /health': tellsNothing('nobody is asking'),
  'GET /ready': tellsNothing('nobody is asking'),
  'POST /api/session': tellsNothing('nobody is asking; tests/server/identity'),
  'POST /api/session/refresh': tellsNothing('nobody is asking; tests/server/identity'),
  'POST /api/session/password-link': tellsNothing('nobody is asking; tests/server/identity'),
  'DELETE /api/session': tellsNothing('answers nothing'),
  'POST /api/session/second-factor': tellsNothing(ofIdentity),
  'GET /api/session/providers': tellsNothing(ofIdentity),
  'POST /api/session/provider': tellsNothing(ofIdentity),
  'POST /api/session/handover': tellsNothing(ofIdentity),
  'POST /api/session/redeem': tellsNothing(ofIdentity),
  'PATCH /api/me': tellsNothing(ofIdentity),
  'POST /api/me/password': tellsNothing(ofIdentity),
  'GET /api/me/sessions': tellsNothing(ofIdentity),
  'DELETE /api/me/sessions': tellsNothing(ofIdentity),
  'DELETE /api/me/sessions/:sessionId': tellsNothing(ofIdentity),
  'GET /api/me/second-factor': tellsNothing(ofIdentity),
  'POST /api/me/second-factor': tellsNothing(ofIdentity),
  'POST /api/me/second-factor/confirm': tellsNothing(ofIdentity),
  'POST /api/me/second-factor/remove': tellsNothing(ofIdentity),
  'GET /api/me/tokens': tellsNothing(ofIdentity),
  'POST /api/me/tokens': tellsNothing(ofIdentity),
  'DELETE /api/me/tokens/:tokenId': tellsNothing(ofIdentity),
  'GET /api/me/identities': tellsNothing(ofIdentity),
  'POST /api/me/identities': tellsNothing(ofIdentity),
  'DELETE /api/me/identities/:identityId': tellsNothing(ofIdentity),
  'GET /api/accounts': tellsNothing(ofIdentity),
  'PATCH /api/accounts/:userId': tellsNothing(ofIdentity),
  'POST /api/accounts/:userId/password-link': tellsNothing(ofIdentity),
  'DELETE /api/accounts/:userId/password-link': tellsNothing(ofIdentity),
  'DELETE /api/accounts/:userId/sessions': tellsNothing(ofIdentity),
  'DELETE /api/accounts/:userId/second-factor': tellsNothing(ofIdentity),
  'GET /api/settings/second-factor': tellsNothing(ofIdentity),
  'PATCH /api/settings/second-factor': tellsNothing(ofIdentity),
  'GET /api/sign-in-providers': tellsNothing(ofIdentity),
  'POST /api/sign-in-providers': tellsNothing(ofIdentity),
  'PATCH /api/sign-in-providers/:providerId': tellsNothing(ofIdentity),
  'DELETE /api/sign-in-providers/:providerId': tellsNothing(ofIdentity),
  'GET /api/identity-requests': tellsNothing(ofIdentity),
  'POST /api/identity-requests/:requestId/link': tellsNothing(ofIdentity),
  'DELETE /api/identity-requests/:requestId': tellsNothing(ofIdentity),

  'GET /api/me': judged(async ({ get, same, rules }) =>
    same((await get('/api/me')).body.id, rules.isOut ? undefined : rules.user, 'me'),
  ),
  'GET /api/users': judged(async ({ get, same, company }) => {
    const names = company.people.filter(person => !person.isDisabled).map(person => person.name)
    same(namesIn(await get('/api/users')), names.toSorted(), 'colleagues')
  }),
  'GET /api/groups': judged(async ({ get, same, company }) =>
    same(namesIn(await get('/api/groups')), company.groups.map(group => group.name).toSorted(), 'groups'),
  ),
  'POST /api/users': tellsNothing('people are hired before the first world'),
  'POST /api/groups': tellsNothing('groups are made before the first world'),
  'PATCH /api/groups/:groupId': playedBy('changeGroup'),

  'GET /api/contractors': judged(async ({ get, same, rules }) => {
    same(namesIn(await get('/api/contractors')), rules.contractors.map(one => one.name).toSorted(), 'contractors')
    const found = rules.contractors.filter(
      one => one.addresses.includes('kontakt@brzoza.example') || one.name.includes('alfa'),
    )
    const byName = await get('/api/contractors?q=alfa')
    const byAddress = await get('/api/contractors?q=kontakt@brzoza.example')
    same(
      [...new Set([...namesIn(byName), ...namesIn(byAddress)])].toSorted(),
      found.map(one => one.name).toSorted(),
      'found',
    )
  }),
  'POST /api/contractors': playedBy('openFile'),
  'PATCH /api/contractors/:contractorId': playedBy('changeFile'),
  'POST /api/contractors/:contractorId/addresses': playedBy('addAddress'),
  'GET /api/contractors/:contractorId': ofEachFile(async ({ get, seen, rules }, one) => {
    const reply = await get(`/api/contractors/${one.id}`)
    seen(reply, rules.seesContractor(one), 'contractor', () => [
      {
        addresses: reply.body.addresses,
        may: reply.body.may,
        audience: reply.body.audience.map((viewer: { id: string }) => viewer.id).toSorted(),
      },
      {
        addresses: one.addresses.toSorted(),
        may: { change: rules.holds(one.audience), changeAudience: rules.keeps(one) },
        audience: membersOf(rules, one),
      },
    ])
  }),

  'GET /api/contractors/:contractorId/cases': ofEachFile(async ({ get, seen, rules }, one) => {
    const cases = rules.cases.filter(kase => kase.contractor === one)
    const reply = await get(`/api/contractors/${one.id}/cases`)
    seen(reply, rules.seesContractor(one), 'cases', () => [
      referencesIn(reply),
      cases.map(kase => kase.reference).toReversed(),
    ])
    const open = await get(`/api/contractors/${one.id}/cases?open=true&limit=1`)
    const newest = cases
      .filter(kase => !kase.isClosed)
      .map(kase => kase.reference)
      .slice(-1)
    seen(open, rules.seesContractor(one), 'newest open case', () => [referencesIn(open), newest])
  }),
  'POST /api/contractors/:contractorId/cases': playedBy('openCase'),
  'PATCH /api/cases/:caseId': playedBy('changeCase', 'closeCase'),
  'GET /api/cases/:caseId': ofEachCase(async ({ get, seen, rules }, kase) => {
    const reply = await get(`/api/cases/${kase.id}`)
    seen(reply, rules.seesCase(kase), 'case', () => [
      [reply.body.reference, reply.body.audience.map((viewer: { id: string }) => viewer.id).toSorted()],
      [kase.reference, membersOf(rules, kase)],
    ])
  }),

  'GET /api/timeline': judged(async ({ get, same, rules }) => {
    same(rowsIn(await get('/api/timeline')), rowsOf(rules, rules.items), 'timeline of the company')
  }),
  'GET /api/contractors/:contractorId/timeline': ofEachFile(async ({ get, seen, rules, company }, one) => {
    const url = `/api/contractors/${one.id}/timeline`
    const items = rules.items.filter(item => item.contractor === one)
    const sees = rules.seesContractor(one)
    const all = await get(url)
    seen(all, sees, 'timeline', () => [rowsIn(all), rowsOf(rules, items)])
    const picked = await get(`${url}?since=2000-01-01T00:00:00.000Z`)
    seen(picked, sees, 'timeline since a moment', () => [rowsIn(picked), rowsOf(rules, items)])
    const word = await get(`${url}?q=wspolne`)
    seen(word, sees, 'timeline by a word', () => [rowsIn(word), rowsOf(rules, items.filter(hasWord))])
    const mails = await get(`${url}?kind=mail-in&kind=note&limit=2`)
    const two = items.filter(item => ['mail-in', 'note'].includes(item.thing.kind)).slice(0, 2)
    seen(mails, sees, 'timeline by kind', () => [rowsIn(mails), rowsOf(rules, two)])
    const [kase] = company.cases
    if (!kase) return
    const inCase = await get(`${url}?caseId=${kase.id}`)
    const there = items.filter(item => liesIn(rules, item, kase))
    seen(inCase, sees && rules.seesCase(kase), 'timeline in a case', () => [rowsIn(inCase), rowsOf(rules, there)])
  }),
  'GET /api/cases/:caseId/timeline': ofEachCase(async ({ get, seen, rules }, kase) => {
    const reply = await get(`/api/cases/${kase.id}/timeline`)
    const there = rules.items.filter(item => liesIn(rules, item, kase))
    seen(reply, rules.seesCase(kase), 'timeline of a case', () => [rowsIn(reply), rowsOf(rules, there)])
  }),
  'GET /api/search': judged(async ({ get, same, rules, company }) => {
    same(rowsIn(await get('/api/search?q=WSPOLNE')), rowsOf(rules, rules.items.filter(hasWord)), 'search')
    const [one] = company.contractors
    if (!one) return
    const there = rules.items.filter(item => item.contractor === one && hasAttachmentName(item))
    same(rowsIn(await get(`/api/search?q=zalacznik&contractorId=${one.id}`)), rowsOf(rules, there), 'search in a file')
  }),

  'GET /api/items/:itemId': ofEachItem(async ({ get, seen, rules }, item) => {
    const reply = await get(`/api/items/${item.id}`)
    seen(reply, rules.seesItem(item), 'item', () => [
      { ...rowFrom(reply.body), filings: placesIn(reply.body.filings), files: reply.body.attachments.length },
      {
        ...rowOf(rules, item),
        filings: placesIfFiled(rules, item),
        files: item.thing.source && hasAttachmentName(item) ? 1 : 0,
      },
    ])
  }),
  'GET /api/items/:itemId/source': ofEachItem(async ({ get, seen, rules }, item) => {
    const reply = await get(`/api/items/${item.id}/source`)
    const isMail = item.thing.source !== ''
    seen(reply, isMail && rules.seesItem(item), `source of ${item.thing.title}`, () => [reply.body, item.thing.source])
  }),
  'GET /api/items/:itemId/message': ofEachItem(async ({ get, seen, rules }, item) => {
    const reply = await get(`/api/items/${item.id}/message`)
    const isMail = item.thing.source !== ''
    seen(reply, isMail && rules.seesItem(item), `message of ${item.thing.title}`, () => {
      const others = reply.body.thread.filter(
        (one: { id: string }) => !rules.items.some(seenItem => seenItem.id === one.id),
      )
      return [others, []]
    })
  }),
  'GET /api/items/:itemId/attachments/:position': ofEachItem(async ({ get, same, rules }, item) => {
    const { status } = await get(`/api/items/${item.id}/attachments/0`)
    const isThere = item.thing.source !== '' && rules.seesItem(item) && hasAttachmentName(item)
    same(status, isThere ? 200 : 404, `attachment of ${item.thing.title}`)
  }),
  'GET /api/items/:itemId/origin': judged(async ({ get, same, company }) => {
    const [item] = company.items
    if (item) same((await get(`/api/items/${item.id}/origin`)).status, 404, 'none was made from another file')
  }),
  'GET /api/items/:itemId/viewers': ofEachItem(async ({ get, seen, rules }, item) => {
    const reply = await get(`/api/items/${item.id}/viewers`)
    const circles = rules.filingsOf(item).flatMap(filing => membersOf(rules, filing))
    const viewers = [...new Set([...circles, ...item.personal.keys()])].toSorted()
    seen(reply, rules.seesItem(item), 'viewers', () => [
      reply.body.items.map((one: { id: string }) => one.id).toSorted(),
      viewers,
    ])
  }),
  'GET /api/documents/:documentId/content': ofEachItem(async ({ get, seen, rules }, item) => {
    const reply = await get(`/api/documents/${item.objectId}/content`)
    const isDocument = item.thing.cameWith !== null
    const isSeen = rules.items.some(one => one.objectId === item.objectId)
    seen(reply, isDocument && isSeen, 'content', () => [reply.body, `%PDF-1.4 ${item.thing.cameWith?.title}\n%%EOF`])
  }),
  'POST /api/items/assign': playedBy('assign'),
  'PATCH /api/items/:itemId': playedBy('moveItem', 'encircle', 'rename'),
  'DELETE /api/items/:itemId': playedBy('unfile'),
  'POST /api/items/:itemId/teach': playedBy('teachWrong'),
  'POST /api/activities': playedBy('logActivity'),
  'PATCH /api/activities/:activityId': tellsNothing('answers nothing; tests/server/activity/tasks.test.ts'),
  'POST /api/activities/:activityId/comments': tellsNothing('answers nothing; tests/server/activity/tasks.test.ts'),
  'GET /api/contractors/:contractorId/heads': ofEachFile(async ({ get, seen, rules }, one) => {
    const reply = await get(`/api/contractors/${one.id}/heads`)
    const [mail] = rules.items.filter(item => item.contractor === one && item.thing.kind.startsWith('mail-'))
    seen(reply, rules.seesContractor(one), 'heads', () => [reply.body.waiting?.itemId ?? null, mail?.id ?? null])
  }),
  'PUT /api/cases/:caseId/parties/:contractorId': tellsNothing(
    'answers nothing; tests/server/case-file/parties.test.ts',
  ),
  'DELETE /api/cases/:caseId/parties/:contractorId': tellsNothing(
    'answers nothing; tests/server/case-file/parties.test.ts',
  ),
  'GET /api/cases/:caseId/heads': ofEachCase(async ({ get, seen, rules }, kase) => {
    const reply = await get(`/api/cases/${kase.id}/heads`)
    seen(reply, rules.seesCase(kase), 'heads of a case', () => [unseenIn(rules, reply.body.pinned), []])
  }),
  'POST /api/contractors/:contractorId/look': tellsNothing(
    'answers the asker’s own moment; tests/server/item/heads.test.ts',
  ),
  'GET /api/recent-contractors': judged(async ({ get, same, rules }) => {
    const { body } = await get('/api/recent-contractors')
    same(
      unseenIn(
        rules,
        body.items.map((one: { id: string }) => ({ contractorId: one.id, caseId: null })),
      ),
      [],
      'files looked at lately',
    )
  }),
  'GET /api/tasks': ofEachFile(async ({ get, same, rules }, one) => {
    const { body } = await get(`/api/tasks?of=all&contractorId=${one.id}&limit=200`)
    const tasks = rules.items.filter(item => item.contractor === one && item.thing.kind === 'task')
    same(idsIn(body.items), idsIn(tasks.map(item => ({ id: item.objectId }))), 'open tasks of a file')
  }),
  'POST /api/messages': playedBy('receive', 'file'),

  'POST /api/lookup': ofEachFile(async ({ post, same, rules, company, stage }, one) => {
    const mail = company.things.find(thing => thing.source !== '')
    const sender = one.addresses[0] ?? ''
    const { body } = await post('/api/lookup', {
      from: [sender],
      messageId: mail ? stage.messageIdOf(mail) : null,
      limit: 100,
    })
    const known = rules.contractors.filter(other => other.addresses.includes(sender))
    // The mail is only asked about where its sender fits, since identifiers can be forged.
    const lies =
      mail?.sender === sender
        ? rules.items.filter(item => item.thing === mail && rules.seesContractor(item.contractor))
        : []
    const expected = new Set([...known, ...lies.map(item => item.contractor)].map(other => other.name))
    const shown = company.contractors.find(other => other.id === body.contractors[0]?.id)
    same(namesIn({ body: { items: body.contractors } }), [...expected].toSorted(), 'contractors of a mail')
    same(placesIn(body.filed), lies.flatMap(item => placesOf(rules, item)).toSorted(), 'where a mail lies')
    const open = rules.cases.filter(kase => kase.contractor === shown && !kase.isClosed)
    same(referencesIn({ body: { items: body.openCases } }), open.map(kase => kase.reference).toReversed(), 'open cases')
    same(idsIn(body.audience), shown ? membersOf(rules, shown) : [], 'audience beside a mail')
    const items = rules.items.filter(item => item.contractor === shown)
    same(rowsIn({ body: body.timeline }), rowsOf(rules, items), 'timeline beside a mail')
    same(unseenIn(rules, body.suggestions), [], 'suggested though not seen')
    same(body.unknown.length, known.length > 0 ? 0 : 1, 'unknown participants')
  }),
  'GET /api/triage': judged(async ({ get, same, rules, company }) => {
    for (const state of ['open', 'left-out']) {
      const { body } = await get(`/api/triage?state=${state}`)
      const mine = company.triage.filter(entry => entry.owner === rules.user && entry.state === state)
      same(titlesIn(body.items, 'subject'), mine.map(entry => entry.thing.title).toSorted(), `triage: ${state}`)
    }
  }),
  'GET /api/triage/groups': judged(async ({ get, same, rules, company }) => {
    const { body } = await get('/api/triage/groups')
    const mine = company.triage.filter(entry => entry.owner === rules.user && entry.state === 'open')
    const groups = Map.groupBy(mine, entry => entry.thing.sender)
    const found = body.items.map((group: { key: string; amount: number }) => `${group.key} ${group.amount}`)
    same(found.toSorted(), [...groups].map(([key, list]) => `${key} ${list.length}`).toSorted(), 'triage by sender')
    same(
      body.items.flatMap((group: { suggestions: Place[] }) => unseenIn(rules, group.suggestions)),
      [],
      'suggested in triage',
    )
  }),
  'POST /api/triage/file': playedBy('fileTriage'),
  'POST /api/triage/leave-out': playedBy('leaveOut'),
  'POST /api/triage/recover': playedBy('recover'),
  'GET /api/contractors/:contractorId/sweep': ofEachFile(async ({ get, seen, rules, company }, one) => {
    const address = one.addresses[0] ?? ''
    const reply = await get(`/api/contractors/${one.id}/sweep?address=${address}`)
    const known = company.things.filter(thing => thing.sender === address && rules.hasMail(thing))
    const there = rules.items.filter(item => item.contractor === one && known.includes(item.thing))
    const waits = company.triage.filter(entry => entry.owner === rules.user && entry.state === 'open')
    seen(reply, rules.seesContractor(one), 'sweep', () => [
      reply.body,
      {
        mails: known.length,
        mailboxes: known.some(thing => thing.owners.has(rules.user)) ? 1 : 0,
        filed: there.length,
        confidential: there.filter(item => rules.filingsOf(item).some(filing => filing.isOwn)).length,
        waiting: waits.filter(entry => known.includes(entry.thing)).length,
      },
    ])
  }),
  'POST /api/contractors/:contractorId/sweep': tellsNothing('counts the asker’s own waiting mail; tests/server/triage'),
  'POST /api/rules/test': judged(async ({ post, same, rules, company }) => {
    const condition = { field: 'subject', operator: 'contains', values: ['wspolne'], match: 'any' }
    const { body } = await post('/api/rules/test', {
      scope: 'personal',
      match: 'all',
      action: 'leave-out',
      conditions: [condition],
    })
    const mine = company.things.filter(thing => thing.owners.has(rules.user))
    same(titlesIn(body.items, 'subject'), mine.map(thing => thing.title).toSorted(), 'mail that a rule is tried on')
  }),
  ...sharingHeld,
  'GET /api/rules': tellsNothing(ofOnesOwn),
  'POST /api/rules': tellsNothing(ofOnesOwn),
  'PATCH /api/rules/:ruleId': tellsNothing(ofOnesOwn),
  'DELETE /api/rules/:ruleId': tellsNothing(ofOnesOwn),
  'POST /api/rules/order': tellsNothing(ofOnesOwn),
  'POST /api/rules/:ruleId/replay': tellsNothing(ofOnesOwn),
  'GET /api/mailboxes': tellsNothing(ofOnesOwn),
  'POST /api/mailboxes': tellsNothing(ofOnesOwn),
  'PATCH /api/mailboxes/:mailboxId': tellsNothing(ofOnesOwn),
  'DELETE /api/mailboxes/:mailboxId': tellsNothing(ofOnesOwn),
  'POST /api/mailboxes/:mailboxId/sync': tellsNothing(ofOnesOwn),
  'POST /api/mailboxes/try': tellsNothing('answers about somebody else’s server'),
  'GET /api/blocked-addresses': tellsNothing(ofOnesOwn),
  'POST /api/blocked-addresses': tellsNothing(ofOnesOwn),
  'DELETE /api/blocked-addresses/:blockedId': tellsNothing(ofOnesOwn),
  'GET /api/journal-addresses': tellsNothing(ofOnesOwn),
  'POST /api/journal-addresses': tellsNothing(ofOnesOwn),
  'PATCH /api/journal-addresses/:journalAddressId': tellsNothing(ofOnesOwn),
  'GET /api/settings/filing': tellsNothing('the same for everybody'),
  'PATCH /api/settings/filing': tellsNothing(ofAdministrators),
  'GET /api/microsoft/tenants': tellsNothing(ofAdministrators),
  'POST /api/microsoft/tenants': tellsNothing(ofAdministrators),
  'DELETE /api/microsoft/tenants/:tenantId': tellsNothing(ofAdministrators),
  'POST /api/microsoft/mailboxes': tellsNothing(ofAdministrators),
  'POST /api/microsoft/notifications': tellsNothing('nobody is asking'),
  'GET /api/jobs': tellsNothing(ofAdministrators),
  'POST /api/jobs/:jobId/retry': tellsNothing(ofAdministrators),
  'DELETE /api/jobs/:jobId': tellsNothing(ofAdministrators),
}
