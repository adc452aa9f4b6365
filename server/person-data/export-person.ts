import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Readable } from 'node:stream'
import type { Me } from '../../shared/user.ts'
import type { Tx } from '../database/work.ts'
import { addStored } from '../export/add-stored.ts'
import { addLists, closeLists, openLists, put } from '../export/export-lists.ts'
import { exportMoment } from '../export/export-words.ts'
import { safeName, uniqueNames } from '../export/safe-names.ts'
import { startZip, type ZipWriter } from '../export/zip-writer.ts'
import type { House } from '../http/app-type.ts'
import { personPageBeginning, personPageEnd, personPageRow } from './export-person-page.ts'
import { type PersonExportWords, personExportWords } from './export-person-words.ts'
import { type PersonMail, type PersonRecords, readPersonMails } from './read-person-export.ts'

/** Opens a copy of a person's data for an hour; the database tells those whose mail it is, and refuses whoever is no administrator. */
export async function openPersonExport(tx: Tx, { address, reason }: { address: string; reason: string }) {
  const [row] = await tx.sql<{ id: string }>('select open_person_export($1, $2) as id', [address.trim(), reason.trim()])
  if (!row) throw new Error('open_person_export answers always')
  return { id: row.id }
}

interface PersonCopy {
  exportId: string
  records: PersonRecords
  me: Me
}

/** Writes a person's data into an archive, page by page, with no transaction open while bytes travel and nothing kept in memory. */
export function exportPerson(house: House, copy: PersonCopy): Readable {
  const zip = startZip()
  void write(house, copy, zip).catch((error: Error) => zip.fail(error))
  return zip.output
}

async function write(house: House, { exportId, records, me }: PersonCopy, zip: ZipWriter) {
  const words = personExportWords(me.language)
  const folder = await mkdtemp(path.join(tmpdir(), 'lupa-person-'))
  const open = openLists(folder, ['index.html', 'data.json'])
  try {
    const nameOf = uniqueNames()
    let count = 0
    const head = { records, by: me.name, at: house.now(), language: me.language }
    await put(open['index.html'], personPageBeginning(words, head))
    await put(open['data.json'], `${JSON.stringify(records, null, 2).slice(0, -2)},\n  "mails": [`)
    for (let cursor: string | null = null, isOver = false; !isOver; ) {
      const page: Awaited<ReturnType<typeof readPersonMails>> = await house.database.read(me.id, query =>
        readPersonMails(query, exportId, cursor),
      )
      for (const mail of page.items) {
        const file = await addMail(house, zip, mail, words, nameOf)
        if (file) await put(open['sha256sums.txt'], `${file.sum}  ${file.name}\n`)
        const { hash: _hash, ...facts } = mail
        await put(open['index.html'], personPageRow(words, mail, file?.name ?? null))
        await put(
          open['data.json'],
          `${count > 0 ? ',' : ''}\n    ${JSON.stringify({ ...facts, file: file?.name ?? null })}`,
        )
        count += 1
      }
      cursor = page.next
      isOver = cursor === null
    }
    await put(open['index.html'], personPageEnd(words, count))
    await put(open['data.json'], '\n  ]\n}\n')
    await addLists(zip, folder, open, house.now())
    await zip.end()
  } finally {
    await closeLists(open)
    await rm(folder, { recursive: true, force: true })
  }
}

/** Who else got a blind copy is nothing that she may know. */
async function addMail(
  { blobs }: House,
  zip: ZipWriter,
  { hash, at, subject }: PersonMail,
  words: PersonExportWords,
  nameOf: (folder: string, name: string) => string,
): Promise<{ name: string; sum: string } | null> {
  if (hash === null) return null
  const name = nameOf(words.mails, safeName(`${exportMoment(at).slice(0, 10)} ${subject ?? ''}`, '.eml'))
  const sum = await addStored(blobs, zip, hash, { name, at: new Date(at), isPacked: true, isStripped: true })
  return sum === null ? null : { name, sum }
}
