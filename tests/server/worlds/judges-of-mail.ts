import { concerns, triageOf } from './company.ts'
import { type Held, judged, ofEachFile, playedBy, tellsNothing } from './reading.ts'
import {
  idsIn,
  membersOf,
  namesIn,
  type Place,
  placesIn,
  placesOf,
  referencesIn,
  rowsIn,
  rowsOf,
  titlesIn,
  unseenIn,
} from './shown.ts'

/** Mail as it comes, and what waits; part of `held`. */
export const mailHeld: Record<string, Held> = {
  'POST /api/microsoft/messages': tellsNothing('takes in what lies in the caller’s own mailbox; tests/server/graph'),
  'POST /api/messages': playedBy('receive', 'file'),
  'POST /api/messages/attachments': tellsNothing('reads the caller’s own words; tests/server/filing/chosen-documents'),
  'POST /api/messages/mail': tellsNothing('reads the caller’s own file; tests/server/message/hand-in'),
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
    const choice = mail && company.choices.get(`${rules.user} ${stage.messageIdOf(mail)}`)
    const chosen = choice && rules.seesContractor(choice) ? choice : undefined
    same(body.chosen?.name, chosen?.name, 'chosen for the thread')
    const shown = chosen ?? company.contractors.find(other => other.id === body.contractors[0]?.id)
    same(namesIn({ body: { items: body.contractors } }), [...expected].toSorted(), 'contractors of a mail')
    same(placesIn(body.filed), lies.flatMap(item => placesOf(rules, item)).toSorted(), 'where a mail lies')
    const open = rules.cases.filter(kase => shown && concerns(kase, shown) && !kase.isClosed)
    same(referencesIn({ body: { items: body.openCases } }), open.map(kase => kase.reference).toReversed(), 'open cases')
    same(idsIn(body.audience), shown ? membersOf(rules, shown) : [], 'audience beside a mail')
    const items = rules.items.filter(item => item.contractor === shown)
    same(rowsIn({ body: body.timeline }), rowsOf(rules, items), 'timeline beside a mail')
    const tasks = items.filter(item => item.thing.kind === 'task')
    const { items: told = [], more = 0 } = body.tasks ?? {}
    const unseen = told.filter((task: { id: string }) => !tasks.some(item => item.objectId === task.id))
    same([unseen, told.length + more], [[], Math.min(tasks.length, 50)], 'open tasks beside a mail')
    same(unseenIn(rules, body.suggestions), [], 'suggested though not seen')
    same(body.unknown.length, known.length > 0 ? 0 : 1, 'unknown participants')
  }),
  'GET /api/triage': judged(async ({ get, same, rules, company }) => {
    for (const state of ['open', 'left-out'] as const) {
      const { body } = await get(`/api/triage?state=${state}`)
      const mine = triageOf(company, rules, state).map(({ title }) => title)
      same(titlesIn(body.items, 'subject'), mine.toSorted(), `triage: ${state}`)
    }
  }),
  'GET /api/triage/groups': judged(async ({ get, same, rules, company }) => {
    const { body } = await get('/api/triage/groups')
    const groups = Map.groupBy(triageOf(company, rules, 'open'), ({ sender }) => sender)
    const found = body.items.map((group: { key: string; amount: number }) => `${group.key} ${group.amount}`)
    same(found.toSorted(), [...groups].map(([key, list]) => `${key} ${list.length}`).toSorted(), 'triage by sender')
    same(
      body.items.flatMap((group: { suggestions: Place[] }) => unseenIn(rules, group.suggestions)),
      [],
      'suggested in triage',
    )
  }),
  'GET /api/triage/:messageId/message': judged(async ({ get, seen, rules, company, stage }) => {
    const mine = [...triageOf(company, rules, 'open'), ...triageOf(company, rules, 'left-out')].map(stage.messageIdOf)
    for (const other of stage.actors.values()) {
      // Each costs a parse; the rule is the same for all that one of them has waiting.
      for (const row of (await other.get('/api/triage?limit=2')).body.items ?? []) {
        const reply = await get(`/api/triage/${row.id}/message`)
        seen(reply, mine.includes(row.messageId), `what waits says: ${row.subject}`, () => [reply.body.thread, []])
      }
    }
  }),
  'POST /api/lookup/choice': playedBy('choose'),
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
        mailboxes: new Set(known.flatMap(thing => thing.doors.get(rules.user) ?? [])).size,
        filed: there.length,
        confidential: there.filter(item => rules.filingsOf(item).some(filing => filing.isOwn)).length,
        waiting: waits.filter(entry => known.includes(entry.thing)).length,
      },
    ])
  }),
  'POST /api/contractors/:contractorId/sweep': playedBy('sweep'),
}
