import { vectorOf } from '../../server/search/analyse.ts'
import { indexStale } from '../../server/search/index-stale.ts'
import type { TestHouse } from './house.ts'

/** Makes the basic forms of all words that came in, as the background of a serving process does. */
export async function indexWords(test: TestHouse) {
  while (await indexStale({ ...test.house, jobs: test.jobs }, vectorOf)) {
    // The next batch.
  }
}
