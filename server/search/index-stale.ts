import type { JobsDatabase } from '../job/jobs-database.ts'
import { parseSource, Unparsable } from '../mail/parse-source.ts'
import type { BlobStore } from '../storage/blob-store.ts'
import { ANALYSER, type Told } from './analyse.ts'
import { bodyOf, toldBy } from './index-message.ts'

const BATCH = 50

/** What indexing needs of the house. */
export interface Indexing {
  jobs: JobsDatabase
  blobs: BlobStore
}

/** What the index holds of a text, made in a thread of its own. */
type Analyse = (text: Told) => Promise<string>

/** An item whose words are old, and what they are made of. */
interface StaleText {
  item_id: string
  object_id: string
  title: string
  head: string | null
  body: string | null
  source_hash: string | null
  /** The state in which the words were found; what changed meanwhile stays as it is. */
  was: number
}

/**
 * Makes the words of one batch of items anew that were made by an older analyser or without the dictionary.
 * Answers whether there may be more. Done twice, or by two at once, it changes nothing more.
 */
export async function indexStale(house: Indexing, analyse: Analyse): Promise<boolean> {
  const stale = await readStale(house.jobs)
  const texts: { itemId: string; was: number; lexemes: string }[] = []
  for (const text of stale) {
    const whole = text.source_hash === null ? null : await readAgain(house, text)
    const lexemes = await analyse(whole ?? { title: text.title, head: text.head ?? '', body: text.body ?? '' })
    texts.push({ itemId: text.item_id, was: text.was, lexemes })
  }
  await putTexts(house.jobs, texts)
  return stale.length === BATCH
}

/** Items with old words, as the database lists them for the house itself. */
function readStale(jobs: JobsDatabase): Promise<StaleText[]> {
  return jobs.call<StaleText>('select * from stale_texts($1, $2)', [ANALYSER, BATCH])
}

/** Writes words made anew. */
async function putTexts(jobs: JobsDatabase, texts: { itemId: string; was: number; lexemes: string }[]) {
  if (texts.length === 0) return
  await jobs.call('select put_texts($1, $2)', [JSON.stringify(texts), ANALYSER])
}

/** A mail from before its text was kept is read again. What cannot be read, or is gone (null), is found by its head alone. */
async function readAgain({ jobs, blobs }: Indexing, { object_id, source_hash }: StaleText): Promise<Told | null> {
  try {
    const parsed = await parseSource(await blobs.read(source_hash ?? ''))
    await jobs.call('select keep_message_text($1, $2)', [object_id, bodyOf(parsed)])
    return toldBy(parsed)
  } catch (error) {
    const isOfMail = error instanceof Unparsable ? error.reason !== 'stopped' : isMissing(error)
    if (isOfMail) return null
    throw error
  }
}

function isMissing(error: unknown): boolean {
  return (error as { code?: string }).code === 'ENOENT'
}
