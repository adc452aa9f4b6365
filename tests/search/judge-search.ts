import { searchPage } from '../../server/search/search-page.ts'
import type { Half } from './floors.ts'
import { gradeOf, meanOf, type Quality, qualityOf } from './judge.ts'
import type { Archive } from './open-archive.ts'
import { type JudgedQuery, queries } from './queries.ts'

/** So many mails of the sample company are searched. */
export const MAILS = 1_500

const FIRST = 50
const END = { at: 'infinity', id: 'ffffffff-ffff-ffff-ffff-ffffffffffff' }

/** How a judged query was answered. */
interface Answered {
  q: string
  useful: number
  best: Quality
  newest: Quality
}

/** Answers every judged query: those of the half by which search may be tuned one by one, and the means of both halves. */
export async function judgeSearch(archive: Archive): Promise<{ tuned: Answered[]; halves: Half[] }> {
  const rows: Answered[] = []
  for (const query of queries) rows.push(await judged(archive, query))
  const [tuned, kept] = [0, 1].map(half => rows.filter((_, index) => index % 2 === half)) as [Answered[], Answered[]]
  return { tuned, halves: [halfOf('tuned by', tuned), halfOf('kept', kept)] }
}

function halfOf(name: Half['name'], rows: Answered[]): Half {
  return {
    name,
    queries: rows.length,
    best: meanOf(rows.map(row => row.best)),
    newest: meanOf(rows.map(row => row.newest)),
  }
}

async function judged({ house, readerId, items }: Archive, query: JudgedQuery): Promise<Answered> {
  const grades = new Map(items.map(item => [item.id, gradeOf(item, query)]))
  const answer = async (order: 'best' | 'newest') => {
    const { items: found } = await house.database.read(readerId, ask =>
      searchPage(ask, { q: query.q, order }, END, FIRST),
    )
    return qualityOf(
      found.map(({ id }) => id),
      grades,
    )
  }
  const useful = [...grades.values()].filter(grade => grade >= 2).length
  return { q: query.q, useful, best: await answer('best'), newest: await answer('newest') }
}
