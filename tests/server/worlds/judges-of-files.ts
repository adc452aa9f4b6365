import type { RelatedContractor } from '../../../shared/contractor-relation.ts'
import { type Company, type Contractor, concerns, type Item, relatedTo } from './company.ts'
import { countsIn, countsOf } from './counted.ts'
import { type Held, judged, ofEachCase, ofEachFile, playedBy, type Reading, tellsNothing } from './reading.ts'
import {
  cellsInCsv,
  hasAttachmentName,
  hasWord,
  liesIn,
  membersOf,
  namesIn,
  referencesIn,
  rowOf,
  rowsIn,
  rowsOf,
} from './shown.ts'

const MOST_PLACES = 5

const otherSides: Record<string, string> = {
  parent: 'subsidiary',
  subsidiary: 'parent',
  'head-office': 'branch',
  branch: 'head-office',
}

/** What the other is to the one. */
function kindOf({ relations }: Company, one: Contractor, other: Contractor): string {
  const { of, kind } = relations.find(({ of }) => of.includes(one) && of.includes(other)) ?? { of: [], kind: '' }
  return of[0] === one ? kind : (otherSides[kind] ?? kind)
}

/** The timeline of a file together with those of related contractors, by each of its ways. */
async function lookAmongRelated(
  { get, seen, rules, company }: Pick<Reading, 'get' | 'seen' | 'rules' | 'company'>,
  one: Contractor,
) {
  const files = [one, ...relatedTo(company, one).filter(rules.seesContractor)]
  const items = rules.items.filter(item => files.includes(item.contractor))
  const url = `/api/contractors/${one.id}/timeline?related=true`
  const look = async (more: string, expected: Item[]) => {
    const reply = await get(url + more)
    seen(reply, rules.seesContractor(one), `timeline with related${more}`, () => [
      rowsIn(reply),
      rowsOf(rules, expected),
    ])
  }
  await look('', items)
  await look('&since=2000-01-01T00:00:00.000Z', items)
  await look('&q=wspolne', items.filter(hasWord))
  const some = items.filter(({ thing }) => ['mail-in', 'note'].includes(thing.kind))
  await look('&kind=mail-in&kind=note&limit=2', some.slice(0, 2))
}

/** Contractors, cases and the lists of what lies in them; part of `held`. */
export const filesHeld: Record<string, Held> = {
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
  'POST /api/contractors/holders': judged(async ({ post, same, rules, company }) => {
    const address =
      company.contractors.flatMap(one => one.addresses).find(one => !one.startsWith('@')) ?? 'nikt@nic.example'
    const domain = address.slice(address.indexOf('@'))
    const holders = rules.contractors.filter(one => one.addresses.includes(address) || one.addresses.includes(domain))
    const { body } = await post('/api/contractors/holders', { addresses: [address] })
    const named = body.items.flatMap((one: { contractors: { id: string }[] }) => one.contractors.map(({ id }) => id))
    const seen = holders.map(({ id }) => id)
    // Of many only a few are named.
    const expected = seen.length <= 3 ? seen : seen.filter(id => named.includes(id)).slice(0, 3)
    same(named.toSorted(), expected.toSorted(), 'whose an address is')
  }),
  'POST /api/contractors': playedBy('openFile'),
  'PATCH /api/contractors/:contractorId': playedBy('changeFile', 'handOver'),
  'POST /api/contractors/:contractorId/addresses': playedBy('addAddress'),
  'POST /api/contractors/:contractorId/people': tellsNothing('answers with the file, which is judged by itself'),
  'PATCH /api/contractors/:contractorId/people/:personId': tellsNothing('answers with the file likewise'),
  'DELETE /api/contractors/:contractorId/people/:personId': tellsNothing('answers with the file likewise'),
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
    const cases = rules.cases.filter(kase => concerns(kase, one))
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
  'GET /api/contractors/:contractorId/related': ofEachFile(async ({ get, seen, rules, company }, one) => {
    const reply = await get(`/api/contractors/${one.id}/related`)
    const others = relatedTo(company, one).filter(rules.seesContractor)
    seen(reply, rules.seesContractor(one), 'related', () => [
      reply.body.items.map(({ name, kind, mayChange }: RelatedContractor) => ({ name, kind, mayChange })),
      others
        .toSorted((a, b) => (a.name < b.name ? -1 : 1))
        .map(other => ({
          name: other.name,
          kind: kindOf(company, one, other),
          mayChange: rules.holds(one.audience) && rules.holds(other.audience),
        })),
    ])
  }),
  'PUT /api/contractors/:contractorId/related/:relatedId': playedBy('relate'),
  'DELETE /api/contractors/:contractorId/related/:relatedId': playedBy('unrelate'),
  'POST /api/contractors/:contractorId/cases': playedBy('openCase'),
  'PATCH /api/cases/:caseId': playedBy('changeCase', 'closeCase', 'handOver'),
  'GET /api/cases/:caseId': ofEachCase(async ({ get, seen, rules }, kase) => {
    const reply = await get(`/api/cases/${kase.id}`)
    seen(reply, rules.seesCase(kase), 'case', () => [
      {
        reference: reply.body.reference,
        audience: reply.body.audience.map((viewer: { id: string }) => viewer.id).toSorted(),
        parties: namesIn({ body: { items: reply.body.parties } }),
      },
      {
        reference: kase.reference,
        audience: membersOf(rules, kase),
        parties: [kase.contractor, ...kase.others].map(one => one.name).toSorted(),
      },
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
    await lookAmongRelated({ get, seen, rules, company }, one)
    const [kase] = company.cases
    if (!kase) return
    const inCase = await get(`${url}?caseId=${kase.id}`)
    const there = items.filter(item => liesIn(rules, item, kase))
    seen(inCase, sees && rules.seesCase(kase), 'timeline in a case', () => [rowsIn(inCase), rowsOf(rules, there)])
  }),
  'GET /api/contractors/:contractorId/timeline.csv': ofEachFile(async ({ get, seen, rules }, one) => {
    const reply = await get(`/api/contractors/${one.id}/timeline.csv`)
    const items = rules.items.filter(item => item.contractor === one)
    seen(reply, rules.seesContractor(one), 'timeline as CSV', () => [
      cellsInCsv(reply.body, 2),
      items.map(item => rowOf(rules, item).title),
    ])
  }),
  'GET /api/cases/:caseId/timeline.csv': ofEachCase(async ({ get, seen, rules }, kase) => {
    const reply = await get(`/api/cases/${kase.id}/timeline.csv`)
    const there = rules.items.filter(item => liesIn(rules, item, kase))
    seen(reply, rules.seesCase(kase), 'timeline of a case as CSV', () => [
      cellsInCsv(reply.body, 2),
      there.map(item => rowOf(rules, item).title),
    ])
  }),
  'POST /api/downloads': ofEachFile(async ({ post, same, rules, company }, one) => {
    const { status } = await post('/api/downloads', { path: `/api/contractors/${one.id}/export` })
    same(status, rules.seesContractor(one) ? 201 : 404, 'ticket for an export')
    const mail = company.items.find(item => item.contractor === one && item.thing.source !== '')
    if (!mail) return
    const ofMail = await post('/api/downloads', { path: `/api/items/${mail.id}/source` })
    same(ofMail.status, rules.seesItem(mail) ? 201 : 404, `ticket for the source of ${mail.thing.title}`)
  }),
  'GET /api/contractors/:contractorId/export': ofEachFile(async ({ get, seen, rules }, one) => {
    const reply = await get(`/api/contractors/${one.id}/export`)
    // The names of its files stand in an archive as they are.
    const items = rules.items.filter(item => item.contractor === one && item.thing.source !== '')
    seen(reply, rules.seesContractor(one), 'export', () => [
      new Set(String(reply.body).match(/maile\/[^\0]*?\.eml/g)).size,
      items.length,
    ])
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
  'GET /api/search/counts': judged(async ({ get, same, rules, company }) => {
    const finds = rules.items.filter(hasWord)
    same(countsIn(await get('/api/search/counts?q=WSPOLNE')), countsOf(rules, finds), 'counted finds')
    const notes = finds.filter(({ thing }) => thing.kind === 'note')
    same(countsIn(await get('/api/search/counts?q=wspolne&kind=note')), countsOf(rules, notes), 'counted notes')
    for (const one of company.contractors) {
      const there = finds.filter(item => item.contractor === one)
      const inFile = await get(`/api/search/counts?q=wspolne&contractorId=${one.id}`)
      same(countsIn(inFile), countsOf(rules, there), 'counted finds of a file')
    }
    for (const kase of company.cases) {
      const there = finds.filter(item => liesIn(rules, item, kase))
      const inCase = await get(`/api/search/counts?q=wspolne&caseId=${kase.id}`)
      same(countsIn(inCase), countsOf(rules, there), 'counted finds of a case')
    }
  }),
  'GET /api/search/places': judged(async ({ get, same, rules }) => {
    const { body } = await get('/api/search/places?q=20')
    const found: string[] = body.cases.map((kase: { reference: string }) => kase.reference)
    const known = rules.cases.map(kase => kase.reference)
    same([found.filter(one => !known.includes(one)), found.length], [[], Math.min(MOST_PLACES, known.length)], 'cases')
  }),
}
