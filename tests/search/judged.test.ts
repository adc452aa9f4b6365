import { expect, it, onTestFinished } from 'vitest'
import { fallenUnder } from './floors.ts'
import { judgeSearch, MAILS } from './judge-search.ts'
import { openArchive } from './open-archive.ts'

it('answers the judged queries no worse than it did', { timeout: 1_200_000 }, async () => {
  const archive = await openArchive(MAILS)
  onTestFinished(archive.close)

  const { halves } = await judgeSearch(archive)

  expect(archive.items.length).toBeGreaterThan(MAILS)
  expect(halves.map(({ queries }) => queries)).toEqual([34, 34])
  expect(fallenUnder(halves)).toEqual([])
})

it('says which figure has fallen, also where there is none at all', () => {
  const good = { ndcg: 1, recall: 1 }
  const half = { name: 'kept', queries: 34, best: good, newest: good } as const

  expect(fallenUnder([half])).toEqual([])
  expect(fallenUnder([{ ...half, best: { ndcg: 0.5, recall: Number.NaN } }])).toEqual([
    'kept, best first: ndcg 0.500 is under 0.875',
    'kept, best first: recall NaN is under 0.890',
  ])
})
