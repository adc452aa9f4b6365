import { type Held, judged, ofEachFile } from './reading.ts'
import { cellsInCsv, hasWord, namesIn, rowOf } from './shown.ts'

/** Lists as spreadsheets: the same rows as on their pages, and none else; part of `held`. */
export const listsHeld: Record<string, Held> = {
  'GET /api/search.csv': judged(async ({ get, same, rules, company }) => {
    const titles = async (more: string) => cellsInCsv((await get(`/api/search.csv?q=WSPOLNE${more}`)).body, 2)
    const finds = rules.items.filter(hasWord)
    const titlesOf = (items: typeof finds) => items.map(item => rowOf(rules, item).title)
    same(await titles(''), titlesOf(finds), 'finds as CSV')
    const notes = finds.filter(({ thing }) => thing.kind === 'note')
    same(await titles('&kind=note'), titlesOf(notes), 'finds of a kind as CSV')
    for (const one of company.contractors) {
      const there = finds.filter(item => item.contractor === one)
      same(await titles(`&contractorId=${one.id}`), titlesOf(there), 'finds in a file as CSV')
    }
  }),
  'GET /api/tasks.csv': ofEachFile(async ({ get, same, rules }, one) => {
    const titles = async (more: string) =>
      cellsInCsv((await get(`/api/tasks.csv?of=all&contractorId=${one.id}${more}`)).body, 0).toSorted()
    const tasks = rules.items.filter(item => item.contractor === one && item.thing.kind === 'task')
    const titlesOf = (items: typeof tasks) => items.map(item => item.thing.title).toSorted()
    same(await titles(''), titlesOf(tasks), 'open tasks of a file as CSV')
    same(await titles('&q=WSPOLNE'), titlesOf(tasks.filter(hasWord)), 'open tasks of a file by a word as CSV')
  }),
  'GET /api/contractors/:contractorId/people.csv': ofEachFile(async ({ get, seen, rules }, one) => {
    const reply = await get(`/api/contractors/${one.id}/people.csv`)
    const page = await get(`/api/contractors/${one.id}`)
    seen(reply, rules.seesContractor(one), 'contact persons as CSV', () => [
      cellsInCsv(reply.body, 0).toSorted(),
      namesIn({ body: { items: page.body.people } }),
    ])
  }),
  'GET /api/contractors.csv': judged(async ({ get, same, rules }) => {
    const names = async (more: string) => cellsInCsv((await get(`/api/contractors.csv${more}`)).body, 0).toSorted()
    same(await names(''), rules.contractors.map(one => one.name).toSorted(), 'contractors as CSV')
    same(await names('?q=alfa'), namesIn(await get('/api/contractors?q=alfa')), 'found contractors as CSV')
  }),
}
