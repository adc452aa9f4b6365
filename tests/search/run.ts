import { searchPage } from '../../server/search/search-page.ts'
import { say } from '../run/steps.ts'
import { gradeOf, meanOf, type Quality, qualityOf } from './judge.ts'
import { type Archive, openArchive } from './open-archive.ts'
import { type JudgedQuery, queries } from './queries.ts'

/**
 * `npm run judge`: searches the sample company by the judged queries and prints nDCG@10 and the recall of the first fifty,
 * newest and best first; of the half by which search may be tuned in full, of the other only the mean.
 */
const MAILS = 1_500
const FIRST = 50
const END = { at: 'infinity', id: 'ffffffff-ffff-ffff-ffff-ffffffffffff' }

const archive = await openArchive(MAILS, process.env.LUPA_JUDGE_DATA)
try {
  const rows = []
  for (const query of queries) rows.push(await judged(archive, query))
  const halves = [rows.filter((_, index) => index % 2 === 0), rows.filter((_, index) => index % 2 === 1)]
  for (const { q, useful, best, newest } of halves[0] ?? [])
    say(`${q.padEnd(32)} ${String(useful).padStart(4)}  best ${shown(best)}  newest ${shown(newest)}`)
  for (const [index, name] of ['tuned by', 'kept'].entries()) {
    const half = halves[index] ?? []
    const [best, newest] = [meanOf(half.map(row => row.best)), meanOf(half.map(row => row.newest))]
    say(
      `${name}: ${half.length} queries over ${archive.items.length} items: best first ${shown(best)}, newest first ${shown(newest)}`,
    )
  }
} finally {
  await archive.close()
}

async function judged({ house, readerId, items }: Archive, query: JudgedQuery) {
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

function shown({ ndcg, recall }: Quality): string {
  return `nDCG@10 ${ndcg.toFixed(3)} recall ${recall.toFixed(3)}`
}
