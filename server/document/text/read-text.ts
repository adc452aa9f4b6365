import type { TextState } from '../../../shared/document.ts'
import { cleanText } from '../../mail/clean-text.ts'
import { Encrypted, openZip } from './open-zip.ts'
import { openPage, type Page, UsedUp } from './page.ts'
import { readMail, readMsg } from './read-mail.ts'
import { readOffice } from './read-office.ts'
import { readPdf } from './read-pdf.ts'
import { readHtml, readPlain, readXml } from './read-plain.ts'
import { readRtf } from './read-rtf.ts'
import { type Sort, sortOf } from './sort-of.ts'

/** What was read of a document. */
export interface ReadText {
  state: Exclude<TextState, 'waiting'>
  text: string
}

/** A mail in a mail is read, and what hangs on it. */
const DEPTH = 2

/** Reads the text of a document of any sort. Whatever the bytes are, it answers, unless they break or hold up the process. */
export async function readText(bytes: Uint8Array): Promise<ReadText> {
  const page = openPage()
  const state = await readOnto(page, Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), 0)
  const text = cleanText(page.text()).trim()
  if (text === '' && state === 'read') return { state: 'none', text }
  if (text === '' && state === 'part') return { state: 'too-costly', text }
  // What a broken file still gave is found, and said to be a part.
  return { state: state === 'broken' && text !== '' ? 'part' : state, text }
}

async function readOnto(page: Page, bytes: Buffer, depth: number): Promise<ReadText['state']> {
  const sort = sortOf(bytes)
  if (!sort) return bytes.length === 0 ? 'none' : 'other'
  try {
    return await readers[sort](bytes, page, depth)
  } catch (error) {
    if (error instanceof UsedUp) return 'part'
    return error instanceof Encrypted ? 'encrypted' : 'broken'
  }
}

type Reader = (bytes: Buffer, page: Page, depth: number) => Promise<ReadText['state']>

const readers: Record<Sort, Reader> = {
  pdf: simply(readPdf),
  rtf: simply(readRtf),
  html: simply(readHtml),
  xml: simply(readXml),
  plain: simply(readPlain),
  zip: async (bytes, page) => readOffice(await openZip(bytes, page), page),
  mail: async (bytes, page, depth) => withFiles(await readMail(bytes, page), page, depth),
  async ole(bytes, page, depth) {
    // Office documents with a password lie in a compound file of this name.
    if (bytes.includes(Buffer.from('EncryptedPackage', 'utf16le'))) return 'encrypted'
    const isMessage = bytes.includes(Buffer.from('__properties_version1.0', 'utf16le'))
    return isMessage ? withFiles(await readMsg(bytes, page), page, depth) : 'other'
  },
}

function simply(read: (bytes: Buffer, page: Page) => void | Promise<void>): Reader {
  return async (bytes, page) => {
    await read(bytes, page)
    return 'read'
  }
}

/** What cannot be read of the files of a mail does not make the mail unread. */
async function withFiles(files: Buffer[], page: Page, depth: number): Promise<ReadText['state']> {
  if (depth >= DEPTH) return 'read'
  for (const file of files) {
    page.notePart()
    const state = await readOnto(page, file, depth + 1)
    if (state === 'part') return 'part'
    page.endLine()
  }
  return 'read'
}
