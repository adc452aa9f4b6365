import { createHash } from 'node:crypto'
import type { Item } from './company.ts'
import { staying } from './keepers.ts'
import { type Held, judged, ofEachCase, ofEachFile, ofEachItem, playedBy, tellsNothing } from './reading.ts'
import {
  contentOf,
  hasAttachmentName,
  hasWord,
  idsIn,
  isDocument,
  membersOf,
  placesIfFiled,
  placesIn,
  rowFrom,
  rowOf,
  unseenIn,
} from './shown.ts'

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
  'GET /api/items/:itemId/viewers': ofEachItem(async ({ get, seen, rules, company }, item) => {
    const reply = await get(`/api/items/${item.id}/viewers`)
    const circles = rules.filingsOf(item).flatMap(filing => membersOf(rules, filing))
    const viewers = [...new Set([...circles, ...item.personal.keys()])].filter(rules.isNamed).toSorted()
    const stood = item.filings.filter(({ audience }) => rules.standsIn(audience))
    seen(reply, rules.seesItem(item), 'viewers', () => [
      [reply.body.items, reply.body.staying].map(idsIn),
      [viewers, staying(company, rules.user, item, stood).toSorted()],
    ])
  }),
  'GET /api/documents/:documentId/content': ofEachItem(async ({ get, seen, rules }, item) => {
    const reply = await get(`/api/documents/${item.objectId}/content`)
    const isSeen = rules.items.some(one => one.objectId === item.objectId)
    seen(reply, isDocument(item) && isSeen, 'content', () => [reply.body, contentOf(item.thing)])
  }),
  // Who may have it is asked by the same words as for the content; nothing in these worlds was written by Outlook.
  'GET /api/documents/:documentId/mail': judged(async ({ get, same, rules, company }) => {
    const item = company.items.find(isDocument)
    if (!item) return
    const isSeen = rules.items.some(one => one.objectId === item.objectId)
    same((await get(`/api/documents/${item.objectId}/mail`)).status, isSeen ? 422 : 404, 'mail in a document')
  }),
  'GET /api/documents/:documentId/text': ofEachItem(async ({ get, seen, rules }, item) => {
    const reply = await get(`/api/documents/${item.objectId}/text`)
    const isSeen = rules.items.some(one => one.objectId === item.objectId)
    // Nothing reads documents while worlds are played.
    seen(reply, isDocument(item) && isSeen, 'text', () => [reply.body, { text: '', isCut: false }])
  }),
  'GET /api/documents/:documentId/versions': ofEachItem(async ({ get, seen, rules }, item) => {
    const reply = await get(`/api/documents/${item.objectId}/versions`)
    const isSeen = rules.items.some(one => one.objectId === item.objectId)
    seen(reply, isDocument(item) && isSeen, 'versions', () => {
      const named = [...reply.body.versions, ...reply.body.offered]
      return [named.filter((one: { itemId: string }) => !rules.items.some(other => other.id === one.itemId)), []]
    })
  }),
  'PUT /api/documents/:documentId/versions/:otherId': tellsNothing(
    'answers nothing; tests/server/document/versions.test.ts',
  ),
  'DELETE /api/documents/:documentId/versions': tellsNothing('answers nothing; tests/server/document/versions.test.ts'),
  'POST /api/documents/confidential': ofEachItem(async ({ post, same, rules }, item) => {
    const mail = item.thing.cameWith
    if (!mail) return
    const hash = createHash('sha256').update(`%PDF-1.4 ${mail.title}\n%%EOF`).digest('hex')
    const reply = await post('/api/documents/confidential', { hashes: [hash] })
    const seen = rules.items.filter(one => one.thing.cameWith === mail)
    const isSecret = (one: Item) => one.filings.length > 0 && one.filings.every(filing => filing.isOwn)
    same(reply.body.items.length, seen.length > 0 && seen.every(isSecret) ? 1 : 0, `confidential, from ${mail.title}`)
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
  'GET /api/items/:itemId/pictures': ofEachItem(async ({ get, same }, item) => {
    const { status } = await get(`/api/items/${item.id}/pictures?url=https://obraz.example/a.png`)
    same(status, 404, 'a picture that no mail names')
  }),
  'GET /api/items/:itemId/attachments/:position': ofEachItem(async ({ get, same, rules }, item) => {
    const { status } = await get(`/api/items/${item.id}/attachments/0`)
    const isThere = item.thing.source !== '' && rules.seesItem(item) && hasAttachmentName(item)
    same(status, isThere ? 200 : 404, `attachment of ${item.thing.title}`)
  }),
  'GET /api/items/:itemId/attachments/:position/mail': judged(async ({ get, same, rules, company }) => {
    const item = company.items.find(one => one.thing.source !== '' && hasAttachmentName(one))
    if (!item) return
    const { status } = await get(`/api/items/${item.id}/attachments/0/mail`)
    same(status, rules.seesItem(item) ? 422 : 404, 'mail in an attachment')
  }),
  'PUT /api/items/:itemId/attachments/:position': tellsNothing(
    'answers nothing; tests/server/filing/later-documents.test.ts',
  ),
  'GET /api/recent-contractors': judged(async ({ get, same, rules }) => {
    const { body } = await get('/api/recent-contractors')
    const looked = body.items.map((one: { id: string }) => ({ contractorId: one.id, caseId: null }))
    same(unseenIn(rules, looked), [], 'files looked at lately')
  }),
  'GET /api/pinned-contractors': tellsNothing(
    'only what one pinned oneself; tests/server/contractor/files-at-hand.test.ts',
  ),
  'PUT /api/contractors/:contractorId/pin': tellsNothing(
    'answers nothing; tests/server/contractor/files-at-hand.test.ts',
  ),
  'GET /api/changed-contractors': judged(async ({ get, post, same, rules, company }) => {
    const { body } = await get('/api/changed-contractors')
    const changed: { id: string; amount: number }[] = body.items
    const places = changed.map(({ id }) => ({ contractorId: id, caseId: null }))
    same(unseenIn(rules, places), [], 'files with something new')
    const tooMany = changed.filter(
      ({ id, amount }) => amount > rules.items.filter(item => item.contractor.id === id).length,
    )
    same(tooMany, [], 'new items of a file')
    // What comes from here on is new to this reader.
    for (const one of company.contractors) await post(`/api/contractors/${one.id}/look`, {})
  }),
  'POST /api/items/threads': judged(async ({ post, same, rules, company }) => {
    const itemIds = company.items.map(({ id }) => id)
    if (itemIds.length === 0) return
    const { body } = await post('/api/items/threads', { itemIds })
    const found = body.items.map((one: { itemId: string }) => one.itemId).toSorted()
    same(found, idsIn(rules.items.filter(({ thing }) => thing.source !== '')), 'mails with their threads')
  }),
  'POST /api/items/assign': playedBy('assign'),
  'PATCH /api/items/:itemId': playedBy('moveItem', 'encircle', 'rename'),
  'DELETE /api/items/:itemId': playedBy('unfile'),
  'POST /api/items/:itemId/teach': playedBy('teachWrong'),
  'POST /api/contractors/:contractorId/documents': playedBy('upload'),
  'POST /api/activities': playedBy('logActivity'),
  'PATCH /api/activities/:activityId': tellsNothing('answers nothing; tests/server/activity/tasks.test.ts'),
  'POST /api/activities/:activityId/comments': tellsNothing('answers nothing; tests/server/activity/tasks.test.ts'),
  'PUT /api/cases/:caseId/parties/:contractorId': playedBy('addParty'),
  'DELETE /api/cases/:caseId/parties/:contractorId': playedBy('endParty'),
  'GET /api/cases/:caseId/heads': ofEachCase(async ({ get, seen, rules }, kase) => {
    const reply = await get(`/api/cases/${kase.id}/heads`)
    const { pinned = [], tasks = [] } = reply.body
    const inItsFiles = rules.items.map(item => item.objectId)
    const unseen = tasks.filter((task: { id: string }) => !inItsFiles.includes(task.id))
    seen(reply, rules.seesCase(kase), 'heads of a case', () => [[...unseenIn(rules, pinned), ...unseen], []])
  }),
  'GET /api/contractors/:contractorId/heads': ofEachFile(async ({ get, seen, rules }, one) => {
    const reply = await get(`/api/contractors/${one.id}/heads`)
    const mails = rules.items.filter(item => item.contractor === one && item.thing.kind.startsWith('mail-'))
    const answered = mails.findIndex(({ thing }) => thing.kind !== mails[0]?.thing.kind)
    const first = mails.at(answered < 0 ? -1 : answered - 1)
    const mine = rules.items.map(item => item.objectId)
    const unseen = (reply.body.tasks ?? []).filter((task: { id: string }) => !mine.includes(task.id))
    seen(reply, rules.seesContractor(one), 'heads', () => [
      [reply.body.waiting?.itemId ?? null, unseen],
      [first?.id ?? null, []],
    ])
  }),
  'POST /api/contractors/:contractorId/look': tellsNothing(
    'answers the asker’s own moment; tests/server/item/heads.test.ts',
  ),
  'POST /api/cases/:caseId/look': tellsNothing('answers the asker’s own moment; tests/server/item/heads.test.ts'),
  'GET /api/tasks': ofEachFile(async ({ get, same, rules }, one) => {
    const { body } = await get(`/api/tasks?of=all&contractorId=${one.id}&limit=200`)
    const tasks = rules.items.filter(item => item.contractor === one && item.thing.kind === 'task')
    same(idsIn(body.items), idsIn(tasks.map(item => ({ id: item.objectId }))), 'open tasks of a file')
    const found = await get(`/api/tasks?of=all&contractorId=${one.id}&limit=200&q=WSPOLNE`)
    const holding = tasks.filter(hasWord)
    same(idsIn(found.body.items), idsIn(holding.map(item => ({ id: item.objectId }))), 'open tasks of a file by a word')
  }),
}
