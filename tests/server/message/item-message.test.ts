import { expect, it } from 'vitest'
import { openTestHouse } from '../../support/house.ts'
import { buildMail } from '../../support/mail.ts'
import { buildCase, buildContractor, buildNote, buildUser } from '../../support/people.ts'

const test = await openTestHouse()
const anna = await buildUser(test)
const bartek = await buildUser(test)
const contractor = await buildContractor(anna, { addresses: ['a@czytany.example'] })

async function hand(input: Parameters<typeof buildMail>[0], query = '') {
  const { body } = await anna.hand(buildMail({ from: 'a@czytany.example', ...input }), query)
  return body.items[0].id as string
}

it('says what a mail says, its HTML as it came', async () => {
  const id = await hand({ subject: 'Oferta', html: '<p onclick="x()">Dzień dobry</p>' })

  const { body } = await bartek.get(`/api/items/${id}/message`)

  expect(body.html).toContain('<p onclick="x()">Dzień dobry</p>')
  expect(body.from).toEqual([expect.objectContaining({ address: 'a@czytany.example' })])
  expect(body.headers.map((field: { name: string }) => field.name)).toContain('subject')
  expect(body.isCut).toBe(false)
})

it('hands out an attachment by its place, and nothing that is not there', async () => {
  const attachments = [{ name: 'żółw.txt', type: 'text/plain', content: 'Treść załącznika' }]
  const id = await hand({ subject: 'Z załącznikiem', attachments })
  const [attachment] = (await bartek.get(`/api/items/${id}`)).body.attachments

  expect((await bartek.get(`/api/items/${id}/attachments/${attachment.position}`)).body).toBe('Treść załącznika')
  expect((await bartek.get(`/api/items/${id}/attachments/99`)).status).toBe(404)
  expect((await bartek.get(`/api/items/${id}/attachments/-1`)).status).toBe(400)
})

it('is not found by somebody outside, nor for what is no mail', async () => {
  const hidden = await buildCase(anna, contractor.id, { audience: { users: [] } })
  const attachments = [{ name: 'a.txt', type: 'text/plain', content: 'a' }]
  const id = await hand({ subject: 'Tajny', attachments }, `?contractorId=${contractor.id}&caseId=${hidden.id}`)
  const note = await buildNote(anna, contractor.id)

  expect((await bartek.get(`/api/items/${id}/message`)).status).toBe(404)
  expect((await bartek.get(`/api/items/${id}/attachments/0`)).status).toBe(404)
  expect((await anna.get(`/api/items/${note.id}/message`)).status).toBe(404)
})

it('names the other mails of the thread that the reader may see, and no others', async () => {
  const hidden = await buildCase(anna, contractor.id, { audience: { users: [] } })
  const place = `?contractorId=${contractor.id}`
  const first = await hand({ subject: 'Pytanie', messageId: '<watek-1@m.example>' }, place)
  const answer = { inReplyTo: 'watek-1@m.example', references: ['watek-1@m.example'] }
  await hand({ subject: 'Re: Pytanie', messageId: '<watek-2@m.example>', ...answer }, place)
  await hand({ subject: 'Tajne: Pytanie', messageId: '<watek-3@m.example>', ...answer }, `${place}&caseId=${hidden.id}`)
  const threadFor = async (actor: typeof anna) =>
    (await actor.get(`/api/items/${first}/message`)).body.thread.map((mail: { title: string }) => mail.title)

  expect(await threadFor(bartek)).toEqual(['Re: Pytanie'])
  expect((await threadFor(anna)).toSorted()).toEqual(['Re: Pytanie', 'Tajne: Pytanie'])
})

it('writes down who read a confidential mail', async () => {
  const id = await hand({ subject: 'Poufny' })
  await anna.patch(`/api/items/${id}`, { audience: { users: [anna.id, bartek.id] } })

  await bartek.get(`/api/items/${id}/message`)

  const { items } = (await anna.get(`/api/items/${id}/readings`)).body
  expect(items).toContainEqual(expect.objectContaining({ userId: bartek.id, what: 'source' }))
})
