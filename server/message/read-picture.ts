import type { Query, Statement } from '../database/work.ts'
import type { House } from '../http/app-type.ts'
import { type Source, sourceOf } from '../item/source.ts'
import { Unparsable } from '../mail/parse-source.ts'
import { fetchPicture, NoPicture } from '../outside/fetch-picture.ts'
import { Refusal } from '../refusal.ts'
import { remotePictures } from './remote-pictures.ts'

const isOff: Statement = {
  name: 'pictures-are-off',
  text: `select from company_setting where key = 'remote-pictures' and value = 'false'`,
}

/** Whether pictures of mails may be fetched from the net at all. */
export async function mayLoadPictures(query: Query): Promise<boolean> {
  return (await query(isOff, [])).length === 0
}

/** The source of a mail item of which the reader asks for pictures; refuses where they are switched off. */
export async function sourceForPictures(query: Query, itemId: string): Promise<Source> {
  const source = await sourceOf(query, itemId)
  if (!(await mayLoadPictures(query))) throw new Refusal('not-allowed')
  return source
}

/** A picture that this very mail names, fetched from the net by the server. Every failure is the same to the reader. */
export async function readPicture({ blobs, outside }: House, source: Source, url: string): Promise<Buffer> {
  try {
    if (!(await remotePictures(blobs, source)).has(url)) throw new Refusal('not-found')
    return await fetchPicture(url.startsWith('//') ? `https:${url}` : url, outside)
  } catch (error) {
    if (error instanceof NoPicture || error instanceof Unparsable) throw new Refusal('not-processable')
    throw error
  }
}
