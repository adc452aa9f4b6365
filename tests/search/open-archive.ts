import { existsSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { actingUser } from '../../server/cli/acting-user.ts'
import { readConfig } from '../../server/config.ts'
import { stopReading } from '../../server/document/text/read-apart.ts'
import { readText } from '../../server/document/text/read-text.ts'
import { createFirstUser } from '../../server/identity/first-user.ts'
import type { WorkingHouse } from '../../server/job/jobs-database.ts'
import { startWork } from '../../server/job/start-work.ts'
import { parseMessage } from '../../server/mail/parse.ts'
import { loadSample } from '../../server/sample/load-sample.ts'
import { vectorOf } from '../../server/search/analyse.ts'
import { indexStale } from '../../server/search/index-stale.ts'
import { openHouse } from '../../server/start.ts'
import { freshDataFolder } from '../support/data-folder.ts'
import type { JudgedItem } from './judge.ts'

const PRESENT = new Date('2026-10-14T09:20:00Z')
const READER = 'barbara.wolska@meblosfera.example'
const ADMINISTRATOR = { LUPA_ADMIN_EMAIL: 'administrator@example.com', LUPA_ADMIN_PASSWORD: 'a password that is long' }
const unread = `select 1 from document where text_state = 'waiting' limit 1`

/** The sample company on a server, as one who works there knows it. */
export interface Archive {
  house: WorkingHouse
  readerId: string
  items: JudgedItem[]
  close(): Promise<void>
}

/** Loads the sample company with everything read and indexed; a folder that is given is kept, and used again. */
export async function openArchive(mails: number, folder = freshDataFolder('judge')): Promise<Archive> {
  const config = readConfig({ LUPA_LOG: 'silent', ...ADMINISTRATOR, LUPA_DATA: path.join(folder, 'data') })
  const { house: opened, jobsUrl, close } = await openHouse(config)
  const house = { ...opened, now: () => PRESENT }
  const marker = path.join(folder, 'loaded')
  if (!existsSync(marker)) {
    await createFirstUser(house)
    await loadSample(house, await actingUser(house, undefined), () => {}, { mails })
    writeFileSync(marker, '')
  }
  const readerId = await actingUser(house, READER)
  await readDocuments(house, jobsUrl, readerId)
  while (await indexStale(house, vectorOf)) {
    // The next batch.
  }
  return { house, readerId, items: await itemsOf(house, readerId), close }
}

/** Until every document that the reader may see is read. */
async function readDocuments(house: WorkingHouse, databaseUrl: string, readerId: string) {
  const work = startWork(house, { databaseUrl, log: { warn: () => {} } })
  while ((await house.database.work(readerId, tx => tx.sql(unread))).length > 0)
    await new Promise(resolve => setTimeout(resolve, 200))
  await work.stop()
  await stopReading()
}

interface Row {
  id: string
  kind: string
  title: string
  source: string | null
  document: string | null
  note: string | null
}

/** Everything that the reader may see, read from what is stored and not from what the index holds. */
async function itemsOf({ database, blobs }: WorkingHouse, readerId: string): Promise<JudgedItem[]> {
  const rows = await database.work(readerId, tx =>
    tx.sql<Row>(`select i.id, i.kind, i.title, a.note, d.blob_hash as document,
        (select f.source_hash from filing f where f.item_id = i.id and f.source_hash is not null limit 1) as source
      from item i left join document d on d.id = i.object_id left join activity a on a.id = i.object_id`),
  )
  const items: JudgedItem[] = []
  for (const { id, title, source, document, note } of rows) {
    const mail = source ? await parseMessage(await blobs.read(source)) : null
    const text = document ? (await readText(await blobs.read(document))).text : (note ?? '')
    items.push({ id, title, own: mail?.newText ?? text, whole: mail?.text ?? text })
  }
  return items
}
