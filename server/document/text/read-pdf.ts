import { getDocumentProxy } from 'unpdf'
import { Encrypted } from './open-zip.ts'
import type { Page } from './page.ts'

const MOST_PAGES = 2_000

/**
 * Reads the text of a PDF page by page. Nothing is drawn, no script of the document runs, no font of the system and no
 * address is asked for.
 */
export async function readPdf(bytes: Buffer, page: Page) {
  // The library takes the bytes for itself.
  const pdf = await opened(new Uint8Array(bytes))
  try {
    for (let number = 1; number <= Math.min(pdf.numPages, MOST_PAGES); number += 1) {
      page.notePart()
      const sheet = await pdf.getPage(number)
      const { items } = await sheet.getTextContent()
      for (const item of items) {
        if (!('str' in item)) continue
        page.add(item.str)
        if (item.hasEOL) page.endLine()
      }
      page.endLine()
      sheet.cleanup()
    }
  } finally {
    await pdf.loadingTask.destroy()
  }
}

async function opened(data: Uint8Array) {
  try {
    return await getDocumentProxy(data, {
      useSystemFonts: false,
      disableFontFace: true,
      stopAtErrors: false,
      verbosity: 0,
    })
  } catch (error) {
    if (error instanceof Error && error.name === 'PasswordException') throw new Encrypted()
    throw error
  }
}
