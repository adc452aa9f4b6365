import { say } from '../run/steps.ts'
import { fallenUnder } from './floors.ts'
import type { Quality } from './judge.ts'
import { judgeSearch, MAILS } from './judge-search.ts'
import { openArchive } from './open-archive.ts'

/**
 * `npm run judge`: searches the sample company by the judged queries and prints nDCG@10 and the recall of the first fifty,
 * newest and best first; of the half by which search may be tuned in full, of the other only the mean. Fails under the floor.
 */
const archive = await openArchive(MAILS, process.env.LUPA_JUDGE_DATA)
try {
  const { tuned, halves } = await judgeSearch(archive)
  for (const { q, useful, best, newest } of tuned)
    say(`${q.padEnd(32)} ${String(useful).padStart(4)}  best ${shown(best)}  newest ${shown(newest)}`)
  for (const { name, queries, best, newest } of halves)
    say(
      `${name}: ${queries} queries over ${archive.items.length} items: best first ${shown(best)}, newest first ${shown(newest)}`,
    )
  const fallen = fallenUnder(halves)
  for (const line of fallen) say(line)
  if (fallen.length > 0) process.exitCode = 1
} finally {
  await archive.close()
}

function shown({ ndcg, recall }: Quality): string {
  return `nDCG@10 ${ndcg.toFixed(3)} recall ${recall.toFixed(3)}`
}
