import type { House } from '../../http/app-type.ts'
import type { WorkingHouse } from '../../job/jobs-database.ts'
import { type ReadLimits, readApart, Unreadable } from './read-apart.ts'
import type { ReadText } from './read-text.ts'
import { READER } from './reader-version.ts'

/** Larger ones are found by their name alone. */
const LARGEST_BYTES = 100 * 1024 * 1024
/** A machine may be busy, so a document that held up its reader gets one more try. */
const MOST_TRIES = 2
/** One that ends the server with it never gets to fail; innocent ones are interrupted now and then. */
const MOST_STARTS = 5

interface WaitingDocument {
  blob_hash: string
  size: string
  known: boolean
}

/**
 * Reads the text of a document for search. The same bytes are read once; a document that cannot be read says so from then
 * on and is found by its name. Done twice it changes nothing more.
 */
export async function readDocument(
  house: Pick<WorkingHouse, 'jobs' | 'blobs'>,
  documentId: string,
  starts: number,
  limits?: ReadLimits,
) {
  const [waiting] = await house.jobs.call<WaitingDocument>('select * from document_to_read($1, $2)', [
    documentId,
    READER,
  ])
  if (!waiting) return
  const { state, text } = waiting.known ? { state: null, text: null } : await readWithin(house, waiting, starts, limits)
  await house.jobs.call('select keep_document_text($1, $2, $3, $4)', [documentId, state, text, READER])
}

async function readWithin(
  { blobs }: Pick<House, 'blobs'>,
  { blob_hash, size }: WaitingDocument,
  starts: number,
  limits: ReadLimits | undefined,
): Promise<ReadText> {
  if (Number(size) > LARGEST_BYTES || starts > MOST_STARTS) return { state: 'too-costly', text: '' }
  try {
    return await readApart(await blobs.read(blob_hash), limits)
  } catch (error) {
    const isOfDocument = error instanceof Unreadable && error.reason !== 'stopped'
    if (!isOfDocument || starts < MOST_TRIES) throw error
    return { state: error.reason === 'crash' ? 'broken' : 'too-costly', text: '' }
  }
}
