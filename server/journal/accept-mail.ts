import type { Readable } from 'node:stream'
import type { WorkingHouse } from '../job/jobs-database.ts'
import { answers } from './smtp-answers.ts'

/** One of the secret addresses to which a mail was sent, with the tag behind its plus sign. */
export interface Recipient {
  id: string
  tag: string | null
}

/**
 * Makes a mail safe while it comes: when it answers, its source is flushed to disk and its arrival committed, so that
 * whatever happens then loses nothing. Returns its size.
 */
export async function acceptMail(
  house: WorkingHouse,
  recipients: Recipient[],
  stream: Readable,
  longest: number,
): Promise<number> {
  const { hash, size } = await house.blobs.putStream(capped(stream, longest))
  await house.jobs.call('select keep_journal_arrival($1, $2, $3)', [hash, size, JSON.stringify(recipients)])
  return size
}

/** What comes beyond the limit is read, as SMTP wants it, and not written. */
async function* capped(stream: Readable, longest: number): AsyncGenerator<Uint8Array> {
  let size = 0
  // The stream outlives a failure on our side: the sender finishes his message before he hears of it.
  for await (const chunk of stream.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    size += chunk.byteLength
    if (size <= longest) yield chunk
  }
  if (size > longest) throw answers.tooLarge()
}
