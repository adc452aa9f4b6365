import { type Held, judged, ofEachCase, ofEachFile, ofEachItem, playedBy, tellsNothing } from './reading.ts'
import { hasAttachmentName, idsIn, membersOf, placesIfFiled, placesIn, rowFrom, rowOf, unseenIn } from './shown.ts'

/** Single items and what stands behind them; part of `held`. */
export const itemsHeld: Record<string, Held> = {
  'GET /api/items/:itemId': ofEachItem(async ({ get, seen, rules }, item) => {
    const reply = await get(`/api/items/${item.id}`)
    seen(reply, rules.seesItem(item), 'item', () => [
      {
        ...rowFrom(reply.body),
        filings: placesIn(reply.body.filings),
        files: reply.body.attachments.length,
        held: reply.body.held !== undefined,
      },
      {
        ...rowOf(rules, item),
        filings: placesIfFiled(rules, item),
        files: item.thing.source && hasAttachmentName(item) ? 1 : 0,
        held: item.thing.source !== '' && rules.filingsOf(item).some(filing => filing.held),
      },
    ])
  }),
  'GET /api/items/:itemId/source': ofEachItem(async ({ get, seen, rules }, item) => {
    const reply = await get(`/api/items/${item.id}/source`)
    const isMail = item.thing.source !== ''
    seen(reply, isMail && rules.seesItem(item), `source of ${item.thing.title}`, () => [reply.body, item.thing.source])
  }),
  'GET /api/items/:itemId/origin': judged(async ({ get, same, company }) => {
    const [item] = company.items
    if (item) same((await get(`/api/items/${item.id}/origin`)).status, 404, 'none was made from another file')
  }),
  'GET /api/items/:itemId/viewers': ofEachItem(async ({ get, seen, rules }, item) => {
    const reply = await get(`/api/items/${item.id}/viewers`)
    const circles = rules.filingsOf(item).flatMap(filing => membersOf(rules, filing))
    const viewers = [...new Set([...circles, ...item.personal.keys()])].filter(rules.isNamed).toSorted()
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
  'GET /api/recent-contractors': judged(async ({ get, same, rules }) => {
    const { body } = await get('/api/recent-contractors')
    const looked = body.items.map((one: { id: string }) => ({ contractorId: one.id, caseId: null }))
    same(unseenIn(rules, looked), [], 'files looked at lately')
  }),
  'POST /api/items/assign': playedBy('assign'),
  'PATCH /api/items/:itemId': playedBy('moveItem', 'encircle', 'rename'),
  'DELETE /api/items/:itemId': playedBy('unfile'),
  'POST /api/items/:itemId/teach': playedBy('teachWrong'),
  'POST /api/activities': playedBy('logActivity'),
  'PATCH /api/activities/:activityId': tellsNothing('answers nothing; tests/server/activity/tasks.test.ts'),
  'POST /api/activities/:activityId/comments': tellsNothing('answers nothing; tests/server/activity/tasks.test.ts'),
  'PUT /api/cases/:caseId/parties/:contractorId': playedBy('addParty'),
  'DELETE /api/cases/:caseId/parties/:contractorId': playedBy('endParty'),
  'GET /api/cases/:caseId/heads': ofEachCase(async ({ get, seen, rules }, kase) => {
    const reply = await get(`/api/cases/${kase.id}/heads`)
    seen(reply, rules.seesCase(kase), 'heads of a case', () => [unseenIn(rules, reply.body.pinned), []])
  }),
  'GET /api/contractors/:contractorId/heads': ofEachFile(async ({ get, seen, rules }, one) => {
    const reply = await get(`/api/contractors/${one.id}/heads`)
    const [mail] = rules.items.filter(item => item.contractor === one && item.thing.kind.startsWith('mail-'))
    seen(reply, rules.seesContractor(one), 'heads', () => [reply.body.waiting?.itemId ?? null, mail?.id ?? null])
  }),
  'POST /api/contractors/:contractorId/look': tellsNothing(
    'answers the asker’s own moment; tests/server/item/heads.test.ts',
  ),
  'GET /api/tasks': ofEachFile(async ({ get, same, rules }, one) => {
    const { body } = await get(`/api/tasks?of=all&contractorId=${one.id}&limit=200`)
    const tasks = rules.items.filter(item => item.contractor === one && item.thing.kind === 'task')
    same(idsIn(body.items), idsIn(tasks.map(item => ({ id: item.objectId }))), 'open tasks of a file')
  }),
}
