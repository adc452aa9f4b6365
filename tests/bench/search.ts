import { existsSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { say } from '../run/steps.ts'
import { freshDataFolder } from '../support/data-folder.ts'
import { underLoad } from './load.ts'
import { idOf, kindOf, planFor, type Reader, readers } from './plan.ts'
import { RARE, readVocabulary, seedTexts } from './search-seed.ts'
import { openStage, type Stage } from './stage.ts'

/**
 * `npm run bench:search [-- --items 1000000 --folder DIR]`: how long a search and the counting of its finds take, in the
 * biggest file and everywhere. `--seed` only makes the texts, `--reader` measures one reader: a quiet quarter of an hour is rare.
 */
const { values } = parseArgs({
  options: {
    items: { type: 'string' },
    folder: { type: 'string' },
    seed: { type: 'boolean' },
    reader: { type: 'string' },
  },
})
const folder = values.folder ?? freshDataFolder('bench-search')
const items = Number(values.items ?? 1_000_000)
const SECONDS = 2
const limits = { file: 50, company: 150 }

const stage = await openStage(folder, items)
try {
  const words = await readVocabulary()
  const marker = path.join(folder, 'texts')
  if (!existsSync(marker)) {
    await seedTexts(stage.superUrl, planFor(items), words)
    writeFileSync(marker, '')
  }
  const wanted = (Object.keys(readers) as Reader[]).filter(one => (values.reader ?? one) === one)
  if (wanted.length === 0) throw new Error(`--reader is one of: ${Object.keys(readers).join(', ')}`)
  if (!values.seed) for (const reader of wanted) await figuresOf(stage, reader, words)
} finally {
  await stage.stop()
  if (!values.folder) rmSync(folder, { recursive: true, force: true })
}

async function figuresOf({ origin, tokenFor }: Stage, reader: Reader, words: string[]) {
  const [common = '', middling = '', seldom = ''] = [words[20], words[1_000], words[30_000]]
  const sought = {
    common,
    middling,
    seldom,
    rare: RARE,
    'two words': `${common} ${middling}`,
    'two that never meet': `${seldom} ${RARE}`,
  }
  const headers = { authorization: `Bearer ${await tokenFor(idOf(kindOf.user, readers[reader]))}` }
  for (const order of ['newest', 'best', 'counts'])
    for (const [place, limit] of Object.entries(limits))
      for (const [sort, q] of Object.entries(sought)) {
        const scope = place === 'file' ? `&contractorId=${idOf(kindOf.contractor, 0)}` : ''
        // A blank behind it: the word is whole, and not the beginning of others.
        const what = order === 'counts' ? '/counts?' : `?order=${order}&`
        const query = `/api/search${what}q=${encodeURIComponent(`${q} `)}${scope}`
        const { p50, p95 } = await underLoad(origin, 1, SECONDS, () => ({ method: 'GET', path: query, headers }))
        const verdict = p95 <= limit ? '' : `  OVER ${limit}`
        say(
          `${reader.padEnd(20)} ${order.padEnd(7)} ${place.padEnd(8)} ${sort.padEnd(20)} p50 ${p50.toFixed(1).padStart(7)} p95 ${p95.toFixed(1).padStart(7)} ms${verdict}`,
        )
      }
}
