import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Readable } from 'node:stream'
import type { Contractor } from '../../shared/contractor.ts'
import type { RelatedContractor } from '../../shared/contractor-relation.ts'
import type { Me } from '../../shared/user.ts'
import { noteReadings } from '../access/note-reading.ts'
import type { House } from '../http/app-type.ts'
import { toldOf } from './activity-facts.ts'
import { addStored } from './add-stored.ts'
import { CSV_BEGINNING, csvLine } from './csv.ts'
import { addLists, closeLists, openLists, put } from './export-lists.ts'
import { pageBeginning, pageEnd, pageRow } from './export-page.ts'
import { type ExportWords, exportMoment, kindWord } from './export-words.ts'
import { type ExportItem, readExportPage } from './read-page.ts'
import { safeName, uniqueNames } from './safe-names.ts'
import { startZip, type ZipWriter } from './zip-writer.ts'

/** Whose export of which file. */
export interface Export {
  contractor: Contractor
  /** Those that the exporting person sees. */
  related: RelatedContractor[]
  me: Me
  words: ExportWords
}

/**
 * Writes a contractor's whole file into an archive: mails, documents, a page that leads through them, a spreadsheet and
 * checksums. Page by page under the reader's rights, with no transaction open while bytes travel, and nothing kept in memory.
 */
export function exportFile(house: House, subject: Export): Readable {
  const zip = startZip()
  void write(house, subject, zip).catch((error: Error) => zip.fail(error))
  return zip.output
}

async function write(house: House, subject: Export, zip: ZipWriter) {
  const { contractor, related, me, words } = subject
  const folder = await mkdtemp(path.join(tmpdir(), 'lupa-export-'))
  const open = openLists(folder, ['index.html', 'timeline.csv'])
  try {
    const nameOf = uniqueNames()
    let count = 0
    await put(
      open['index.html'],
      pageBeginning(words, { contractor, related, by: me.name, at: house.now(), language: me.language }),
    )
    const { columns } = words
    const heads = [columns.at, columns.kind, columns.title, columns.who, columns.cases, columns.file, columns.note]
    const ofActivities = toldOf(words, null).map(([word]) => word)
    await put(open['timeline.csv'], CSV_BEGINNING + csvLine([...heads, ...ofActivities], me.language))
    for (let cursor: string | null = null, isOver = false; !isOver; ) {
      const page: Awaited<ReturnType<typeof readExportPage>> = await house.database.read(me.id, query =>
        readExportPage(query, contractor.id, cursor),
      )
      // Written down before they leave: a reading that could not be is none.
      await noteReadings(
        house.database,
        me.id,
        page.items.map(({ row }) => row.id),
      )
      for (const item of page.items) {
        const file = await addFile(house, zip, item, (base, name) => nameOf(base, name), words)
        if (file?.sum) await put(open['sha256sums.txt'], `${file.sum}  ${file.name}\n`)
        await put(open['index.html'], pageRow(words, item, file?.sum ? file.name : null))
        await put(open['timeline.csv'], csvLine(cellsOf(item, file, words), me.language))
      }
      count += page.items.length
      cursor = page.next
      isOver = cursor === null
    }
    await put(open['index.html'], pageEnd(words, count))
    await addLists(zip, folder, open, house.now())
    await zip.end()
  } finally {
    await closeLists(open)
    await rm(folder, { recursive: true, force: true })
  }
}

interface Added {
  name: string
  /** Null where its bytes are gone. */
  sum: string | null
}

async function addFile(
  { blobs }: House,
  zip: ZipWriter,
  { row, file }: ExportItem,
  nameOf: (folder: string, name: string) => string,
  words: ExportWords,
): Promise<Added | null> {
  if (!file) return null
  const day = exportMoment(row.occurredAt).slice(0, 10)
  const named = file.isMail ? safeName(`${day} ${row.title}`, '.eml') : safeName(`${day} ${file.name || row.title}`)
  const name = nameOf(file.isMail ? words.mails : words.documents, named)
  const isPacked = file.isMail || /\.(?:txt|csv|xml|html?|json|rtf|eml|md)$/i.test(name)
  const facts = { name, at: new Date(row.occurredAt), isPacked, isStripped: file.isStripped }
  return { name, sum: await addStored(blobs, zip, file.hash, facts) }
}

function cellsOf({ row, note, activity }: ExportItem, file: Added | null, words: ExportWords) {
  return [
    exportMoment(row.occurredAt),
    kindWord(words, row.kind),
    row.title,
    row.who,
    row.cases.map(one => one.reference).join(' '),
    file ? (file.sum ? file.name : words.missing) : '',
    note,
    ...toldOf(words, activity, row.madeFrom).map(([, value]) => value),
  ]
}
