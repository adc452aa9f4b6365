import { isKnown, ruleIn, shownRules } from './known-rules.ts'
import { boxIn, shownBox } from './plays-of-settings.ts'
import { type Held, judged, playedBy, tellsNothing } from './reading.ts'
import { titlesIn } from './shown.ts'

const ofOnesOwn = 'lists and keeps what is the asker’s own; tests/server/matrix/matrix.test.ts asks as others'
const ofAdministrators = 'administrators’ settings, without content; tests/server/matrix/matrix.test.ts asks as others'

/** Rules, doors of mail, and administrators’ settings; part of `held`. */
export const settingsHeld: Record<string, Held> = {
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
  'GET /api/rules': judged(async ({ get, same, rules, company }) => {
    const { body } = await get('/api/rules')
    same(body.items.map(ruleIn).toSorted(), shownRules(rules, company), 'rules')
  }),
  'POST /api/rules': playedBy('keepRule'),
  'PATCH /api/rules/:ruleId': playedBy('changeRule'),
  'DELETE /api/rules/:ruleId': playedBy('removeRule'),
  'POST /api/rules/order': judged(async ({ post, same, rules, company }) => {
    const ruleIds = company.rules.filter(rule => rule.owner === rules.user).map(({ id }) => id)
    if (ruleIds.length === 0) return
    const { body } = await post('/api/rules/order', { scope: 'personal', ruleIds })
    same(body.items.map(ruleIn).toSorted(), shownRules(rules, company), 'rules put in order')
  }),
  'POST /api/rules/:ruleId/replay': judged(async ({ post, same, rules, company }) => {
    const mails = company.things.filter(thing => thing.owners.has(rules.user))
    for (const rule of company.rules) {
      const { status, body } = await post(`/api/rules/${rule.id}/replay`, { preview: true, limit: 500 })
      const isHis = rule.owner === rules.user || (rule.owner === null && rules.isAdmin)
      if (!isKnown(rules, rule)) same(status, 404, 'a rule of others')
      else if (!isHis) same(status, 403, 'a rule of the company')
      // Where its place is closed or hidden by now, it is not applied to anything.
      else if (status === 200) same(body.items, [], 'mail that a rule fits')
      else same([409, 422].includes(status), true, 'a rule that cannot be applied')
      if (status === 200 && rule.owner !== null) same(body.seen, mails.length, 'mail that a rule looks at')
    }
  }),
  'GET /api/mailboxes': judged(async ({ get, same, rules, company }) => {
    const shown = company.mailboxes.filter(box => box.owner === rules.user || rules.isAdmin)
    const expected = shown.map(box => shownBox(company, rules, box))
    const { body } = await get('/api/mailboxes')
    const found = body.items.map(boxIn)
    same(found.toSorted(), expected.toSorted(), 'mailboxes')
  }),
  'POST /api/mailboxes': playedBy('arrive', 'arriveUndecided'),
  'PATCH /api/mailboxes/:mailboxId': playedBy('changeMailbox', 'nameHelpers'),
  'DELETE /api/mailboxes/:mailboxId': playedBy('removeMailbox'),
  'POST /api/mailboxes/:mailboxId/sync': playedBy('syncMailbox'),
  'POST /api/mailboxes/try': tellsNothing('answers about somebody else’s server'),
  'GET /api/blocked-addresses': tellsNothing(ofOnesOwn),
  'POST /api/blocked-addresses': tellsNothing(ofOnesOwn),
  'DELETE /api/blocked-addresses/:blockedId': tellsNothing(ofOnesOwn),
  'GET /api/journal-addresses': tellsNothing(ofOnesOwn),
  'POST /api/journal-addresses': tellsNothing(ofOnesOwn),
  'PATCH /api/journal-addresses/:journalAddressId': tellsNothing(ofOnesOwn),
  'DELETE /api/journal-addresses/:journalAddressId': tellsNothing(ofOnesOwn),
  'GET /api/settings/filing': tellsNothing('the same for everybody'),
  'GET /api/settings/references': tellsNothing('the same for everybody'),
  'PATCH /api/settings/references': tellsNothing(ofAdministrators),
  'PATCH /api/settings/filing': tellsNothing(ofAdministrators),
  'GET /api/mail-server': tellsNothing('what for and to whom, without content; administrators only'),
  'PUT /api/mail-server': tellsNothing(ofAdministrators),
  'DELETE /api/mail-server': tellsNothing(ofAdministrators),
  'POST /api/mail-server/test': tellsNothing('sends a fixed sentence to the one who asks'),
  'POST /api/accounts/:userId/password-mail': tellsNothing(ofAdministrators),
  'GET /api/me/digest': tellsNothing('one word of one’s own; what it says is judged in tests/server/outgoing'),
  'PATCH /api/me/digest': tellsNothing('one word of one’s own; what it says is judged in tests/server/outgoing'),
  'GET /api/settings/alarm': tellsNothing('the same for everybody'),
  'PATCH /api/settings/alarm': tellsNothing(ofAdministrators),
  'POST /api/mailboxes/preview': tellsNothing(
    'numbers about somebody else’s server; tests/server/mailbox/preview-mailbox.test.ts',
  ),
  'POST /api/set-up/look': tellsNothing('nobody is asking; tests/server/first-run'),
  'POST /api/set-up': tellsNothing('nobody is asking; tests/server/first-run'),
  'GET /api/first-run': tellsNothing(ofAdministrators),
  'PATCH /api/first-run': tellsNothing(ofAdministrators),
  'GET /api/webhooks': tellsNothing('administrators’ settings; what is told is judged in tests/server/webhook'),
  'POST /api/webhooks': tellsNothing('acts as who made it; what is told is judged in tests/server/webhook'),
  'PATCH /api/webhooks/:webhookId': tellsNothing(ofAdministrators),
  'DELETE /api/webhooks/:webhookId': tellsNothing(ofAdministrators),
  'POST /api/webhooks/:webhookId/secret': tellsNothing(ofAdministrators),
  'POST /api/webhooks/:webhookId/test': tellsNothing('tells the target nothing but that it is a test'),
  'GET /api/webhooks/:webhookId/deliveries': tellsNothing(
    'kinds of events and answers, no ids of what they were about',
  ),
  'POST /api/contractors/import/preview': tellsNothing(
    'finds whom the asker sees; tests/server/import/contractor-list.test.ts asks as an outsider',
  ),
  'POST /api/contractors/import': tellsNothing(
    'creates as POST /api/contractors does; tests/server/import/contractor-list.test.ts',
  ),
  'GET /api/contractors/duplicates': judged(async ({ get, same, rules, company }) => {
    const { body } = await get('/api/contractors/duplicates')
    const named = body.items.flatMap((pair: { one: { id: string }; other: { id: string } }) => [
      pair.one.id,
      pair.other.id,
    ])
    const seen = company.contractors.filter(contractor => rules.seesContractor(contractor)).map(({ id }) => id)
    same(
      named.filter((id: string) => !seen.includes(id)),
      [],
      'contractors among the duplicates that the asker does not see',
    )
  }),
  'GET /api/contractors/:contractorId/merge': tellsNothing(
    'counts under the asker’s rights; tests/server/contractor/merge.test.ts asks as others',
  ),
  'POST /api/contractors/:contractorId/merge': tellsNothing('tests/server/contractor/merge.test.ts asks as others'),
  'DELETE /api/contractors/:contractorId': tellsNothing('tests/server/contractor/remove.test.ts asks as others'),
  'GET /api/mail-templates': tellsNothing(ofOnesOwn),
  'POST /api/mail-templates': tellsNothing(ofOnesOwn),
  'PATCH /api/mail-templates/:templateId': tellsNothing(ofOnesOwn),
  'GET /api/document-types': tellsNothing('the same for everybody'),
  'POST /api/document-types': tellsNothing(ofAdministrators),
  'PATCH /api/document-types/:key': tellsNothing(ofAdministrators),
  'GET /api/microsoft/tenants': tellsNothing(ofAdministrators),
  'POST /api/microsoft/tenants': tellsNothing(ofAdministrators),
  'DELETE /api/microsoft/tenants/:tenantId': tellsNothing(ofAdministrators),
  'POST /api/microsoft/mailboxes': tellsNothing(ofAdministrators),
  'POST /api/microsoft/notifications': tellsNothing('nobody is asking'),
  'GET /api/retention': tellsNothing('the same for everybody'),
  'PUT /api/retention': tellsNothing(ofAdministrators),
  'POST /api/retention/preview': tellsNothing(
    'counts of everything by kind, for administrators; tests/server/retention',
  ),
  'GET /api/legal-holds': tellsNothing('names under the asker’s rights; tests/server/retention'),
  'POST /api/legal-holds': tellsNothing(ofAdministrators),
  'DELETE /api/legal-holds/:holdId': tellsNothing(ofAdministrators),
  'POST /api/person-data/search': tellsNothing(
    'who somebody is, for administrators, without what was written; tests/server/person-data',
  ),
  'POST /api/person-data/report': judged(async ({ post, same, rules, company }) => {
    const address = company.contractors.flatMap(one => one.addresses).find(one => !one.startsWith('@'))
    const { status, body } = await post('/api/person-data/report', { address: address ?? 'nikt@nigdzie.example' })
    if (!rules.isAdmin) return same(status, 403, 'what there is of a person')
    const seen = company.contractors.filter(contractor => rules.seesContractor(contractor)).map(({ id }) => id)
    const named = body.files.map((file: { contractorId: string | null }) => file.contractorId)
    same(
      named.filter((id: string | null) => id !== null && !seen.includes(id)),
      [],
      'files of a person that the asker does not see',
    )
  }),
  'POST /api/person-data/exports': tellsNothing(ofAdministrators),
  'GET /api/person-data/exports/:exportId': tellsNothing(
    'everything of one person to who opened it with a reason, as a break-glass; tests/server/person-data',
  ),
  'GET /api/person-holds': tellsNothing(ofAdministrators),
  'POST /api/person-holds': tellsNothing(ofAdministrators),
  'DELETE /api/person-holds/:personHoldId': tellsNothing(ofAdministrators),
  'POST /api/erasures/preview': tellsNothing('counts of one person’s data; tests/server/person-data'),
  'POST /api/erasures': tellsNothing('tests/server/person-data'),
  'GET /api/erasures': tellsNothing(ofAdministrators),
  'GET /api/erasures/:erasureId/kept': tellsNothing('titles of what the asker sees; tests/server/person-data'),
  'DELETE /api/erasures/:erasureId/tombstone': tellsNothing(ofAdministrators),
  'GET /api/system': tellsNothing(ofAdministrators),
  'GET /api/system/licences': tellsNothing(ofAdministrators),
  'GET /api/jobs': tellsNothing(ofAdministrators),
  'POST /api/jobs/:jobId/retry': tellsNothing(ofAdministrators),
  'DELETE /api/jobs/:jobId': tellsNothing(ofAdministrators),
}
