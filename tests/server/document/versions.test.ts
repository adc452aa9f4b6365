import { beforeEach, expect, it } from 'vitest'
import { upload } from '../../support/form.ts'
import { openTestHouse } from '../../support/house.ts'
import { buildMail } from '../../support/mail.ts'
import { type Actor, buildCase, buildContractor, buildUser } from '../../support/people.ts'

const test = await openTestHouse()
const anna = await buildUser(test)
const bartek = await buildUser(test)
let contractorId: string
let caseId: string
beforeEach(async () => {
  contractorId = (await buildContractor(anna)).id
  caseId = (await buildCase(anna, contractorId)).id
})

async function put(name: string, fields: Record<string, string> = { caseId }): Promise<string> {
  const { body } = await upload(test, anna, contractorId, { name, content: crypto.randomUUID(), fields })
  return body.id
}
const read = async (actor: Actor, id: string) => (await actor.get(`/api/documents/${id}/versions`)).body
const titles = (list: { title: string }[]) => list.map(one => one.title)
const link = (actor: Actor, id: string, other: string) => actor.put(`/api/documents/${id}/versions/${other}`, {})

it.each([
  ['Umowa ramowa.docx', 'umowa ramowa v2.docx'],
  ['Umowa ramowa (1).pdf', 'Umowa_ramowa.pdf', false],
  ['umowa.pdf', 'umowa - wersja 3.pdf'],
  ['umowa.pdf', 'umowa_v2_final.pdf'],
  ['umowa.pdf', 'umowa (2).docx'],
  ['umowa 12.pdf', 'umowa 13.pdf', false],
  ['umowa.pdf', 'aneks.pdf', false],
])('offers %s for %s: %s', async (one, other, isOffered = true) => {
  await put(one as string, { caseId, type: 'contract' })
  const id = await put(other as string, { caseId, type: 'contract' })

  expect(titles((await read(anna, id)).offered)).toEqual(isOffered ? [one] : [])
})

it('offers nothing of another type or another case, and links nothing by itself', async () => {
  const other = await buildCase(anna, contractorId)
  await put('plan.pdf', { caseId, type: 'contract' })
  await put('plan.pdf', { caseId: other.id, type: 'offer' })
  const id = await put('plan v2.pdf', { caseId, type: 'offer' })

  expect(await read(anna, id)).toEqual({ versions: [], offered: [] })
})

it('offers what came earlier in the same thread', async () => {
  const pdf = (content: string) => [{ name: 'wycena.pdf', type: 'application/pdf', content: `%PDF-1.4 ${content}` }]
  const first = buildMail({ messageId: '<w1@k.example>', attachments: pdf('raz') })
  const second = buildMail({ inReplyTo: '<w1@k.example>', references: ['<w1@k.example>'], attachments: pdf('dwa') })
  for (const source of [first, second]) await anna.hand(source, `?contractorId=${contractorId}`)
  const { items } = (await anna.get(`/api/contractors/${contractorId}/timeline`)).body
  const documents = items.filter((item: { title: string }) => item.title === 'wycena.pdf')

  expect(titles((await read(anna, documents[0].objectId)).offered)).toEqual(['wycena.pdf'])
})

it('lists the versions newest first, and takes one out again', async () => {
  const ids = [await put('umowa.pdf'), await put('umowa v2.pdf'), await put('umowa v3.pdf')] as const
  expect((await link(anna, ids[1], ids[0])).status).toBe(204)
  expect((await link(anna, ids[2], ids[1])).status).toBe(204)

  expect(titles((await read(anna, ids[0])).versions).toSorted()).toEqual(['umowa v2.pdf', 'umowa v3.pdf', 'umowa.pdf'])
  expect((await read(anna, ids[0])).offered).toEqual([])

  expect((await anna.remove(`/api/documents/${ids[1]}/versions`)).status).toBe(204)
  expect((await read(anna, ids[0])).versions).toHaveLength(2)
  expect((await read(anna, ids[1])).versions).toEqual([])
  expect((await anna.remove(`/api/documents/${ids[1]}/versions`)).status).toBe(404)
})

it('shows nothing of a hidden version or offer, and links nothing with it', async () => {
  const own = await put('umowa.pdf')
  const hidden = await put('umowa v2.pdf', { caseId, audience: '{"users":[]}' })
  const offered = await put('umowa v3.pdf', { caseId, audience: '{"users":[]}' })
  await link(anna, hidden, own)

  expect(await read(bartek, own)).toEqual({ versions: [], offered: [] })
  expect((await read(anna, own)).versions).toHaveLength(2)
  expect((await bartek.get(`/api/documents/${hidden}/versions`)).status).toBe(404)
  expect((await link(bartek, own, offered)).status).toBe(404)
  expect((await link(bartek, own, crypto.randomUUID())).status).toBe(404)
})

it('links nothing across contractors, and no document with itself', async () => {
  const own = await put('umowa.pdf')
  contractorId = (await buildContractor(anna)).id
  const elsewhere = await put('umowa.pdf', {})

  expect((await link(anna, own, elsewhere)).status).toBe(404)
  expect((await link(anna, own, own)).status).toBe(404)
})
