import { readdirSync, utimesSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { type BlobStore, openFileBlobs } from '../../../server/storage/blob-store.ts'
import { sweepBlobs } from '../../../server/storage/keep-swept.ts'
import { openTestHouse } from '../../support/house.ts'
import { buildMail } from '../../support/mail.ts'
import { buildUser } from '../../support/people.ts'

const test = await openTestHouse()
const anna = await buildUser(test)
const { blobs, config } = test.house
const folder = path.join(config.dataFolder, 'blobs')
const HOUR_MS = 3_600_000

const fileOf = (hash: string) => path.join(folder, hash.slice(0, 2), hash)
const bytesOf = (text: string) => new TextEncoder().encode(text)
const names = () => readdirSync(folder, { recursive: true }).map(name => path.basename(String(name)))

async function* piecesOf(bytes: Uint8Array) {
  for (const byte of bytes) yield Uint8Array.of(byte)
}

/** As if it had been put so long ago, by a process that is gone. */
function age(file: string) {
  const long = new Date(Date.now() - 48 * HOUR_MS)
  utimesSync(file, long, long)
}

it('removes what nothing names and halves of blobs, and keeps messages, attachments and waiting arrivals', async () => {
  const attachments = [{ name: 'umowa.pdf', type: 'application/pdf', content: '%PDF-1.4 umowa' }]
  await anna.hand(buildMail({ attachments }))
  const kept = names().filter(name => name.length === 64)
  expect(kept).toHaveLength(2)
  const waiting = await blobs.put(bytesOf('czeka'))
  await test.asSuper.query('insert into arrival (owner_id, source_hash) values ($1, $2)', [anna.id, waiting])
  const orphan = await blobs.put(bytesOf('niczyje'))
  const half = `${fileOf(orphan)}.polowa`
  writeFileSync(half, 'poł')
  for (const name of [...kept, waiting, orphan]) age(fileOf(name))
  age(half)

  // What this process put lately is let alone, however old the file looks.
  expect(await sweepBlobs(test.house, HOUR_MS)).toBe(1)
  expect(names()).toContain(orphan)

  const later = { ...test.house, blobs: openFileBlobs(folder) }
  expect(await sweepBlobs(later, HOUR_MS)).toBe(1)
  expect(names()).not.toContain(orphan)
  expect(names()).toEqual(expect.arrayContaining([...kept, waiting]))
})

it('lets alone what is young, and what was put again', async () => {
  const later = openFileBlobs(folder)
  const hash = await later.put(bytesOf('dwa razy'))
  age(fileOf(hash))
  await blobs.put(bytesOf('dwa razy'))

  const fresh = openFileBlobs(folder)
  expect(await sweepBlobs({ ...test.house, blobs: fresh }, HOUR_MS)).toBe(0)
  expect(names()).toContain(hash)
})

it.each([
  ['at once', (store: BlobStore, bytes: Uint8Array) => store.put(bytes)],
  ['piece by piece', (store: BlobStore, bytes: Uint8Array) => store.putStream(piecesOf(bytes))],
])('lets alone what is put again %s while it looks', async (_name, put) => {
  const bytes = bytesOf(`wraca ${_name}`)
  const hash = await openFileBlobs(folder).put(bytes)
  age(fileOf(hash))
  const later = openFileBlobs(folder)

  await later.sweep(async hashes => {
    if (hashes.includes(hash)) await put(later, bytes)
    return hashes.filter(one => one === hash)
  }, HOUR_MS)

  expect(await later.read(hash)).toEqual(Buffer.from(bytes))
})

it.each([
  ['somebody signed in', () => anna.id],
  ['nobody', () => null],
])('tells %s nothing of which bytes are known', async (_name, who) => {
  const asked = test.house.database.work(who(), tx => tx.sql('select unknown_blobs($1)', [['0'.repeat(64)]]))
  await expect(asked).rejects.toThrow(/permission denied/)
})
