import { expect, it } from 'vitest'
import { readDocument } from '../../../server/document/text/read-document.ts'
import { openTestHouse } from '../../support/house.ts'
import { buildMail } from '../../support/mail.ts'
import { buildContractor, buildUser } from '../../support/people.ts'

const test = await openTestHouse()
const admin = await buildUser(test)
const anna = await buildUser(test)
const url = '/api/document-types'
const complaint = { namePl: 'Reklamacja', nameEn: 'Complaint', icon: 'alert', colour: 'red', words: ['reklamac*'] }

let number = 0

/** Files a mail with one text file and answers what became of the file. */
async function fileWith(name: string, text: string) {
  number += 1
  const contractor = await buildContractor(admin, { addresses: [`klient${number}@klient.example`] })
  await admin.hand(
    buildMail({
      from: `klient${number}@klient.example`,
      attachments: [{ name, type: 'text/plain', content: Buffer.from(text) }],
    }),
  )
  const items = async () => (await admin.get(`/api/contractors/${contractor.id}/timeline`)).body.items
  const document = (await items()).find((item: { title: string }) => item.title === name)
  return {
    contractor,
    document,
    async read() {
      await readDocument({ ...test.house, jobs: test.jobs }, document.objectId, 1)
      return (await admin.get(`/api/items/${document.id}`)).body.kind
    },
  }
}

it('shows everybody the types of the product and lets administrators alone add one', async () => {
  const keys = (await anna.get(url)).body.items.map((one: { key: string }) => one.key)
  expect(keys).toEqual(['invoice', 'order', 'offer', 'contract', 'protocol', 'document'])

  expect((await anna.post(url, complaint)).status).toBe(403)
  const made = await admin.post(url, { ...complaint, words: ['Reklamac*', 'reklamac*'] })

  expect(made.status).toBe(201)
  expect(made.body).toMatchObject({ namePl: 'Reklamacja', words: ['reklamac*'], isBuiltIn: false, isHidden: false })
  expect(made.body.key).toMatch(/^own-[0-9a-f]{8}$/)
  await admin.patch(`${url}/${made.body.key}`, { words: [] })
})

it('refuses a look that is none of ours, and words that would fit everything', async () => {
  for (const wrong of [{ icon: 'skull' }, { colour: 'pink' }, { words: ['*'] }, { words: ['a*'] }, { namePl: ' ' }])
    expect((await admin.post(url, { ...complaint, ...wrong })).status).toBe(400)
  expect((await admin.patch(`${url}/own-00000000`, { isHidden: true })).status).toBe(404)
  expect((await admin.patch(`${url}/mail-in`, { isHidden: true })).status).toBe(400)
})

it('knows a document by its words as soon as they are read, and before that by its name', async () => {
  const { key } = (await admin.post(url, complaint)).body
  const named = await fileWith('Zgłoszenie reklamacyjne 7.txt', 'Szanowni Państwo')
  const worded = await fileWith('skan.txt', 'REKLAMACJA nr 12')

  expect(named.document.kind).toBe(key)
  expect(worded.document.kind).toBe('document')
  expect(await worded.read()).toBe(key)
  const path = `/api/contractors/${worded.contractor.id}/timeline?kind=${key}`
  expect((await admin.get(path)).body.items).toHaveLength(1)
  await admin.patch(`${url}/${key}`, { words: [] })
})

it('believes the words inside before those of the name', async () => {
  const delivery = (
    await admin.post(url, { ...complaint, namePl: 'WZ', nameEn: 'Delivery', words: ['wydanie zewnętrzne'] })
  ).body
  const other = (await admin.post(url, { ...complaint, words: ['reklamac*'] })).body
  const filed = await fileWith('reklamacja.txt', 'Wydanie zewnetrzne 4/2026 do reklamacji')

  expect(filed.document.kind).toBe(other.key)
  expect(await filed.read()).toBe(delivery.key)
  for (const { key } of [delivery, other]) await admin.patch(`${url}/${key}`, { words: [] })
})

it('leaves what a person said', async () => {
  const { key } = (await admin.post(url, complaint)).body
  const filed = await fileWith('plik.txt', 'Reklamacja')
  await admin.patch(`/api/items/${filed.document.id}`, { type: 'contract' })

  expect(await filed.read()).toBe('contract')
  expect((await admin.patch(`/api/items/${filed.document.id}`, { type: key })).body.kind).toBe(key)
  await admin.patch(`${url}/${key}`, { words: [] })
})

it('gives a hidden type to nothing more, and takes it from nothing', async () => {
  const before = await fileWith('Oferta 1.txt', 'x')
  await admin.patch(`${url}/offer`, { isHidden: true, namePl: 'Propozycja' })
  const after = await fileWith('Oferta 2.txt', 'x')

  expect([before.document.kind, after.document.kind]).toEqual(['offer', 'document'])
  expect((await admin.get(`/api/items/${before.document.id}`)).body.kind).toBe('offer')
  expect((await admin.patch(`/api/items/${after.document.id}`, { type: 'offer' })).status).toBe(400)
  expect((await admin.patch(`${url}/document`, { isHidden: true })).status).toBe(400)
  expect((await admin.patch(`${url}/offer`, { isHidden: false, namePl: null })).body).toMatchObject({
    namePl: null,
    isHidden: false,
  })
})

it('takes an own type at filing, guesses it before, and refuses one that is hidden as a correction does', async () => {
  const { key } = (await admin.post(url, complaint)).body
  const contractor = await buildContractor(admin)
  const files = ['Reklamacja 8.txt', 'Notatka.txt', 'Faktura 3.txt']
  const attachments = files.map(name => ({ name, type: 'text/plain', content: Buffer.from(name) }))
  const source = buildMail({ messageId: '<wybor@klient.example>', attachments })
  const carried = async () => (await anna.hand(source, `/attachments?contractorId=${contractor.id}`)).body.items
  const guesses = async () => (await carried()).map((one: { documentType: string }) => one.documentType)
  const [, note] = await carried()
  const fileAs = (type: string) => anna.hand(source, `?contractorId=${contractor.id}&attachment=${note.hash}.${type}`)
  expect(await guesses()).toEqual([key, 'document', 'invoice'])

  await admin.patch(`${url}/invoice`, { isHidden: true })
  const hidden = await fileAs('invoice')
  const unknown = await fileAs('own-00000000')
  const filed = await fileAs(key)

  expect(await guesses()).toEqual([key, 'document', 'document'])
  const items = (await anna.get(`/api/contractors/${contractor.id}/timeline`)).body.items
  const { id } = items.find((item: { title: string }) => item.title === 'Notatka.txt')
  const corrected = await anna.patch(`/api/items/${id}`, { type: 'invoice' })
  for (const reply of [hidden, unknown]) expect([reply.status, reply.body]).toEqual([corrected.status, corrected.body])
  expect(corrected.status).toBe(400)
  expect(filed.status).toBe(200)
  expect(items.map((item: { title: string; kind: string }) => [item.title, item.kind])).toEqual(
    expect.arrayContaining([
      ['Reklamacja 8.txt', key],
      ['Notatka.txt', key],
      ['Faktura 3.txt', 'document'],
    ]),
  )
  expect((await carried())[1]).toMatchObject({ chosen: key })
  await admin.patch(`${url}/invoice`, { isHidden: false })
  await admin.patch(`${url}/${key}`, { words: [] })
})
