import { readFile } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { ANALYSER } from '../../server/search/analyse.ts'
import { fold } from '../../server/search/fold.ts'
import { idOf, kindOf, type Plan, randomFrom } from './plan.ts'

const VOCABULARY = 40_000
const WORDS_A_TEXT = 80
/** So many items share one word that nobody else has. */
const RARE_EVERY = 50_000

/** Words by how often they stand in the texts, the commonest first. */
export async function readVocabulary(): Promise<string[]> {
  const dictionary = await readFile(new URL('index.dic', import.meta.resolve('dictionary-pl')), 'utf8')
  const words = dictionary.split('\n').map(line => fold(line.split('/')[0]?.trim() ?? ''))
  const plain = [...new Set(words.filter(word => /^[a-z]{4,12}$/.test(word)))]
  // In the order of the alphabet neighbours would be forms of one word.
  const random = randomFrom(11)
  return plain
    .map(word => ({ word, place: random() }))
    .toSorted((one, other) => one.place - other.place)
    .slice(0, VOCABULARY)
    .map(({ word }) => word)
}

/** A word that only a few items of the whole company hold. */
export const RARE = 'qwerzecznik'

/** Gives every item a text whose words come by Zipf's law, as the index would hold them. */
export async function seedTexts(superUrl: string, plan: Plan, words: string[]) {
  const client = new pg.Client(superUrl)
  await client.connect()
  try {
    await client.query(
      `set session_replication_role = replica; set synchronous_commit = off; drop index if exists item_text_lexemes;
       create temporary table words (item_id uuid, lexemes tsvector, analyser smallint)`,
    )
    const rows = client.query(copyFrom('copy words from stdin'))
    await pipeline(Readable.from(lines(plan, words)), rows)
    await client.query(
      `insert into item_text (item_id, lexemes, analyser, contractor_id, kind, has_attachment, occurred_at)
         select w.item_id, w.lexemes, w.analyser, i.contractor_id, i.kind, i.has_attachment, i.occurred_at from words w join item i on i.id = w.item_id;
       set maintenance_work_mem = '1GB'; create index item_text_lexemes on item_text using gin (contractor_id, lexemes)`,
    )
    await client.query('vacuum analyze item_text')
  } finally {
    await client.end()
  }
}

function* lines({ items }: Plan, words: string[]): Generator<string> {
  const random = randomFrom(5)
  const spread = Math.log(words.length)
  let chunk = ''
  for (let index = 0; index < items; index += 1) {
    const lexemes = Array.from(
      { length: WORDS_A_TEXT },
      (_, place) => `'${words[Math.floor(Math.exp(random() * spread)) - 1]}':${place + 1}`,
    )
    if (index % RARE_EVERY === 0) lexemes.push(`'${RARE}':${WORDS_A_TEXT + 1}`)
    chunk += `${idOf(kindOf.item, index)}\t${lexemes.join(' ')}\t${ANALYSER}\n`
    if (chunk.length < 60_000) continue
    yield chunk
    chunk = ''
  }
  yield chunk
}
