import { existsSync, readdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { receiveMessage } from '../../../server/filing/receive-message.ts'
import { hashOf, openFileBlobs } from '../../../server/storage/blob-store.ts'
import { openTestHouse } from '../../support/house.ts'
import { buildMail } from '../../support/mail.ts'
import { buildContractor, buildUser } from '../../support/people.ts'

const test = await openTestHouse()
const anna = await buildUser(test)
const bartek = await buildUser(test)
const folder = path.join(test.house.config.dataFolder, 'blobs')
const stored = async () => (await test.asSuper.query('select count(*)::int as amount from message')).rows[0].amount

it('stores nothing of a mail whose source could not be kept, though it was read', async () => {
  const before = await stored()
  const full = { ...test.house.blobs, put: () => Promise.reject(new Error('disk gone')) }
  const incoming = { userId: anna.id, source: Buffer.from(buildMail()), arrival: { door: 'push' as const } }

  await expect(receiveMessage({ ...test.house, blobs: full }, incoming)).rejects.toThrow('disk gone')

  expect(await stored()).toBe(before)
})

it('stores nothing of a mail whose attachment could not be kept', async () => {
  const before = await stored()
  const source = Buffer.from(
    buildMail({ attachments: [{ name: 'umowa.pdf', type: 'application/pdf', content: '%PDF umowa' }] }),
  )
  const put = (bytes: Uint8Array) =>
    bytes.byteLength === source.byteLength ? test.house.blobs.put(bytes) : Promise.reject(new Error('disk gone'))
  const incoming = { userId: anna.id, source, arrival: { door: 'push' as const } }

  await expect(receiveMessage({ ...test.house, blobs: { ...test.house.blobs, put } }, incoming)).rejects.toThrow()

  expect(await stored()).toBe(before)
})

it('keeps the same bytes once when many bring them at once, also where the folder is missing', async () => {
  rmSync(folder, { recursive: true, force: true })
  const blobs = openFileBlobs(folder)
  const bytes = Buffer.alloc(300_000, 'x')

  const hashes = await Promise.all(Array.from({ length: 20 }, () => blobs.put(bytes)))

  expect(new Set(hashes)).toEqual(new Set([hashOf(bytes)]))
  expect(readdirSync(path.join(folder, hashOf(bytes).slice(0, 2)))).toEqual([hashOf(bytes)])
  expect(Buffer.from(await blobs.read(hashOf(bytes))).equals(bytes)).toBe(true)
  expect(existsSync(folder)).toBe(true)
})

it.each([
  ['a NUL in the subject', { subject: 'a\0b' }],
  ['half a character in the subject', { headers: ['X-A: 1'], subject: '=?utf-16be?B?2D0=?=' }],
  ['a NUL in an address', { from: 'a\0b@klient.example' }],
  ['half a character in a name', { from: '=?utf-16be?B?2D0=?= <a@klient.example>' }],
  ['a name that is cut inside a character', { from: `${'x'.repeat(199)}${'😀'.repeat(200)} <a@klient.example>` }],
  ['NUL in references', { references: ['a\0b@c', 'd@e'], inReplyTo: 'x\0y@z' }],
  ['half a character in the text', { headers: ['X-B: 1'], text: '\0 \uD83D' }],
])('takes in a mail with %s, by itself and by hand', async (_what, input) => {
  const contractor = await buildContractor(anna)
  expect((await anna.hand(buildMail(input))).status).toBe(200)
  const byHand = await anna.hand(buildMail(input), `?contractorId=${contractor.id}`)
  expect(byHand).toMatchObject({ status: 200, body: { action: 'file', items: [{ contractorId: contractor.id }] } })
})

it('leaves a mail to its owner when what files it hides from him, however it looks to him', async () => {
  await buildContractor(anna, { audience: { users: [] }, addresses: ['jan@wspolna.example'] })
  const open = await buildContractor(anna, { addresses: ['@wspolna.example'] })

  const { body } = await bartek.hand(buildMail({ from: 'jan@wspolna.example' }))

  // He sees the domain only, so for him it lies in the open file, or it waits for him: it is not gone.
  const waiting = (await bartek.get('/api/triage')).body.items.map((row: { id: string }) => row.id)
  const file = (await bartek.get(`/api/contractors/${open.id}/timeline`)).body.items
  const isFiled = file.some((row: { objectId: string }) => row.objectId === body.id)
  expect(isFiled || waiting.includes(body.id)).toBe(true)
  expect(body.action === 'file').toBe(isFiled)
  expect(body.items).toHaveLength(isFiled ? 1 : 0)
})
