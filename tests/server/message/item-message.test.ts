import { expect, it } from 'vitest'
import { parseMessage } from '../../../server/mail/parse.ts'
import { openTestHouse } from '../../support/house.ts'
import { buildMail } from '../../support/mail.ts'
import { buildMsg } from '../../support/msg.ts'
import { type Actor, buildCase, buildContractor, buildNote, buildUser, tokenOf } from '../../support/people.ts'

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

const outlooks = buildMsg({
  texts: { '0037': 'Reklamacja pomp', '0C1F': 'jan@klient.example', '1000': 'Pompa cieknie.' },
  files: [{ name: 'pomiar.txt', content: Buffer.from('12 mm') }],
})

/** A mail with files, and where they are to be had of it and, as documents, by themselves. */
async function carry(files: { name: string; content: Uint8Array | string }[], query = '') {
  const attachments = files.map(file => ({ type: 'application/octet-stream', ...file }))
  const id = await hand({ subject: 'Przesyłam', attachments }, query)
  const { body } = await anna.get(`/api/items/${id}`)
  const documents: string[] = []
  for (const { itemId } of body.attachments) {
    const document = itemId ? (await anna.get(`/api/items/${itemId}`)).body.objectId : ''
    documents.push(`/api/documents/${document}/mail`)
  }
  const attached = body.attachments.map(
    (one: { position: number }) => `/api/items/${id}/attachments/${one.position}/mail`,
  )
  return { id, attached: attached as string[], documents }
}

it('gives a mail that came as a file of Outlook’s in the form in which mail travels', async () => {
  const { attached, documents } = await carry([{ name: 'Reklamacja.msg', content: outlooks }])

  for (const url of [attached[0] ?? '', documents[0] ?? '']) {
    const reply = await test.app.inject({ url, headers: { authorization: `Bearer ${await tokenOf(test, bartek.id)}` } })

    expect(reply.statusCode, url).toBe(200)
    expect(reply.headers).toMatchObject({
      'content-type': 'message/rfc822',
      'content-disposition': expect.stringContaining('attachment; filename="Reklamacja.eml"'),
      'x-content-type-options': 'nosniff',
    })
    const { subject, text, attachments } = await parseMessage(reply.rawPayload)
    expect({ subject, text, files: attachments.map(one => one.name) }).toEqual({
      subject: 'Reklamacja pomp',
      text: 'Pompa cieknie.',
      files: ['pomiar.txt'],
    })
  }
})

it('gives it to nobody who may not have the file, and writes down who had a confidential one', async () => {
  const { id, attached, documents } = await carry([{ name: 'Tajna.msg', content: outlooks }])
  const [url = '', ofDocument = ''] = [attached[0], documents[0]]
  const document = (await anna.get(`/api/items/${id}`)).body.attachments[0].itemId
  for (const item of [id, document]) await anna.patch(`/api/items/${item}`, { audience: { users: [bartek.id] } })
  const outsider = await buildUser(test)

  const statuses = async (actor: Actor) => [(await actor.get(url)).status, (await actor.get(ofDocument)).status]

  expect(await statuses(outsider)).toEqual([404, 404])
  expect(await statuses(bartek)).toEqual([200, 200])
  for (const [item, what] of [
    [id, 'source'],
    [document, 'document'],
  ]) {
    const { items } = (await anna.get(`/api/items/${item}/readings`)).body
    expect(items).toEqual([expect.objectContaining({ userId: bartek.id, what })])
  }
})

it.each([
  ['its first half', 'pol.msg', outlooks.subarray(0, outlooks.length / 2)],
  ['no message of Outlook’s', 'slowa.msg', 'Zwykłe słowa'],
  ['another sort of file', 'mail.pdf', outlooks],
])('refuses what is %s, and goes on', async (_name, name, content) => {
  const { attached, documents } = await carry([
    { name, content },
    { name: 'Dobra.msg', content: outlooks },
  ])

  const codes = [(await anna.get(attached[0] ?? '')).body.code, (await anna.get(documents[0] ?? '')).body.code]

  expect(codes).toEqual(['not-processable', 'not-processable'])
  expect((await anna.get(attached[1] ?? '')).status).toBe(200)
})

it('does not begin with one for which nobody would wait', async () => {
  const { attached } = await carry([{ name: 'Wielka.msg', content: outlooks }])
  await test.asSuper.query('update attachment set size = 50000000 where name = $1', ['Wielka.msg'])

  expect((await anna.get(attached[0] ?? '')).body.code).toBe('not-processable')
})
