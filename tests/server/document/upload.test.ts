import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import { beforeEach, expect, it } from 'vitest'
import { hashOf, openFileBlobs } from '../../../server/storage/blob-store.ts'
import { sweepBlobs } from '../../../server/storage/keep-swept.ts'
import { LARGEST_UPLOAD } from '../../../shared/upload.ts'
import { type FormInput, upload } from '../../support/form.ts'
import { openTestHouse } from '../../support/house.ts'
import { buildKsef } from '../../support/ksef.ts'
import { buildMail } from '../../support/mail.ts'
import { buildMsg } from '../../support/msg.ts'
import { buildDocx } from '../../support/office.ts'
import { type Actor, buildCase, buildContractor, buildUser, tokenOf } from '../../support/people.ts'
import { jobsOf } from '../../support/worker.ts'

const test = await openTestHouse()
const anna = await buildUser(test)
const bartek = await buildUser(test)
let counter = 0
let open: string
beforeEach(async () => {
  open = (await buildContractor(anna)).id
})

const put = (actor: Actor, input: Partial<FormInput>, contractorId = open) => {
  counter += 1
  return upload(test, actor, contractorId, { content: `Treść ${counter}`, ...input })
}
const rows = async (actor: Actor, contractorId = open) =>
  (await actor.get(`/api/contractors/${contractorId}/timeline`)).body.items as { id: string; title: string }[]

it('puts a file in: a document with its own title, type and moment, whose bytes come back as they were', async () => {
  const kase = await buildCase(anna, open)
  const fields = { caseId: kase.id, title: 'Umowa ramowa', type: 'contract', occurredAt: '2026-01-02T10:00:00.000Z' }

  const { status, body } = await put(anna, { name: 'umowa żółta.docx', content: buildDocx('Umowa'), fields })

  expect(status, JSON.stringify(body)).toBe(201)
  expect(body).toMatchObject({
    became: 'document',
    isKnown: false,
    item: { title: 'Umowa ramowa', kind: 'contract', occurredAt: '2026-01-02T10:00:00.000Z', cases: [{ id: kase.id }] },
  })
  const content = await test.app.inject({
    url: `/api/documents/${body.id}/content`,
    headers: { authorization: `Bearer ${await tokenOf(test, anna.id)}` },
  })
  expect(content.rawPayload).toEqual(buildDocx('Umowa'))
  expect(decodeURIComponent(String(content.headers['content-disposition']))).toContain('umowa żółta.docx')
  expect(await jobsOf(test)).toBeGreaterThan(0)
})

it('takes a type that the company made, and none that there is not to choose', async () => {
  const type = { namePl: 'Atest', nameEn: 'Certificate', icon: 'award', colour: 'green', words: [] }
  const { key } = (await anna.post('/api/document-types', type)).body

  expect((await put(anna, { name: 'skan.pdf', fields: { type: key } })).body.item).toMatchObject({ kind: key })
  expect((await put(anna, { name: 'skan.pdf', fields: { type: 'own-00000000' } })).status).toBe(400)
  expect((await put(anna, { name: 'skan.pdf', fields: { type: 'mail-in' } })).status).toBe(400)
  expect(await rows(anna)).toHaveLength(1)
})

it.each([
  ['faktura.pdf', '%PDF-1.4', 'invoice'],
  ['../../etc/zamówienie.txt', 'Zamówienie nr 7', 'order'],
  ['zdjęcie.png', Buffer.from('89504e470d0a1a0a', 'hex'), 'document'],
])('guesses what %s is', async (name, content, kind) => {
  const { body } = await put(anna, { name, content })

  expect(body.item).toMatchObject({ kind, title: name.replace('../../etc/', '') })
})

it('reads a structured invoice like one that came by mail', async () => {
  const { body } = await put(anna, { name: 'fv.xml', type: 'text/xml', content: buildKsef({ number: 'FV/7/2026' }) })

  expect(body.item).toMatchObject({ kind: 'invoice', title: expect.stringContaining('Faktura FV/7/2026') })
  expect((await anna.get(`/api/items/${body.item.id}`)).body.invoice).toMatchObject({ number: 'FV/7/2026' })
})

it('makes a mail of an .eml, and of an .msg with the file kept beside it', async () => {
  const eml = await put(anna, { name: 'oferta.eml', content: buildMail({ subject: 'Oferta na okna' }) })
  const msg = await put(anna, {
    name: 'list.MSG',
    content: buildMsg({ texts: { '0037': 'Z Outlooka', '1000': 'Treść' } }),
  })

  expect(eml.body).toMatchObject({ became: 'mail', item: { kind: 'mail-in', title: 'Oferta na okna' } })
  expect(msg.body).toMatchObject({ became: 'mail', item: { title: 'Z Outlooka' } })
  expect((await anna.get(`/api/items/${msg.body.item.id}/origin`)).status).toBe(200)
})

it('says of a mail that lies there already that nothing was added, and to nobody who does not see it', async () => {
  const content = buildMail({ subject: 'Dwa razy' })
  const fields = { audience: JSON.stringify({ users: [bartek.id] }) }

  expect((await put(anna, { name: 'dwa.eml', content, fields })).body.isKnown).toBe(false)
  expect((await put(await buildUser(test), { name: 'dwa.eml', content })).body.isKnown).toBe(false)
  expect((await put(anna, { name: 'dwa.eml', content, fields })).body).toMatchObject({ became: 'mail', isKnown: true })
  expect(await rows(anna)).toHaveLength(1)
})

it('files a mail for its audience alone, with what only it brought', async () => {
  const celina = await buildUser(test)
  const attachments = [{ name: 'Tajna.pdf', type: 'application/pdf', content: '%PDF-1.4 tajna' }]
  const content = buildMail({ subject: 'Poufny', attachments })

  const { body } = await put(anna, {
    name: 'poufny.eml',
    content,
    fields: { audience: JSON.stringify({ users: [bartek.id] }) },
  })

  expect(body).toMatchObject({ became: 'mail', item: { title: 'Poufny' } })
  expect(await rows(bartek)).toHaveLength(2)
  expect(await rows(anna)).toHaveLength(2)
  expect(await rows(celina)).toEqual([])
})

it.each([
  [{ title: 'Inny' }, 422, 'told-by-mail', ['title']],
  [{ type: 'contract', occurredAt: '2026-01-02T10:00:00.000Z' }, 422, 'told-by-mail', ['type', 'occurredAt']],
  [{ audience: `{"users":["${crypto.randomUUID()}"]}` }, 400, 'invalid', ['audience']],
])('refuses a mail with %j, and files nothing', async (fields: Record<string, string>, status, code, named) => {
  const reply = await put(anna, { name: 'list.eml', content: buildMail({ subject: 'Odrzucony' }), fields })

  expect([reply.status, reply.body.code, reply.body.fields]).toEqual([status, code, named])
  expect(await rows(anna)).toEqual([])
})

const outlooks = buildMsg({ texts: { '0037': 'Oferta', '0C1F': 'ewa@klient.example', '1035': '<raz@klient.example>' } })

it('takes an .msg once, by this door and by that of mails, and keeps its own bytes', async () => {
  const first = await put(anna, { name: 'oferta.msg', content: outlooks })
  const again = await put(anna, { name: 'kopia.msg', content: outlooks })
  const handed = await anna.hand(outlooks, `?contractorId=${open}`)

  expect(first.body).toMatchObject({ became: 'mail', isKnown: false })
  expect(again.body).toMatchObject({ became: 'mail', isKnown: true, item: { id: first.body.item.id } })
  expect(handed.body.items.map(({ id }: { id: string }) => id)).toEqual([first.body.item.id])
  expect(await rows(anna)).toHaveLength(1)
  const origin = await test.app.inject({
    method: 'GET',
    url: `/api/items/${first.body.item.id}/origin`,
    headers: { authorization: `Bearer ${await tokenOf(test, anna.id)}` },
  })
  expect(origin.rawPayload.equals(outlooks)).toBe(true)
})

it('keeps an .msg that was cut short byte for byte, as a document', async () => {
  const content = outlooks.subarray(0, outlooks.length / 2)

  const { body } = await put(anna, { name: 'urwany.msg', content })

  expect(body).toMatchObject({ became: 'document', item: { title: 'urwany.msg' } })
  const kept = await test.app.inject({
    method: 'GET',
    url: `/api/documents/${body.id}/content`,
    headers: { authorization: `Bearer ${await tokenOf(test, anna.id)}` },
  })
  expect(kept.rawPayload.equals(content)).toBe(true)
})

it('keeps an .msg that holds no message as a document', async () => {
  const { body } = await put(anna, { name: 'udaje.msg', content: 'nic' })

  expect(body).toMatchObject({ became: 'document', item: { title: 'udaje.msg' } })
})

it('takes the same content as the document that is there, and adds the case', async () => {
  const kase = await buildCase(anna, open)
  const first = await put(anna, { name: 'a.txt', content: 'to samo' })

  const again = await put(bartek, { name: 'b.txt', content: 'to samo', fields: { caseId: kase.id } })

  expect(again.body).toMatchObject({
    isKnown: true,
    id: first.body.id,
    item: { id: first.body.item.id, title: 'a.txt' },
  })
  expect(again.body.item.cases).toHaveLength(1)
  expect(await rows(anna)).toHaveLength(1)
})

it('tells nothing of the same content that lies there hidden, under the same name too', async () => {
  const hidden = await put(anna, { name: 'tajne.txt', content: 'tajne', fields: { audience: '{"users":[]}' } })

  const own = await put(bartek, { name: 'tajne.txt', content: 'tajne' })

  expect(own.body.isKnown).toBe(false)
  expect(own.body.id).not.toBe(hidden.body.id)
  expect(await rows(bartek)).toEqual([expect.objectContaining({ id: own.body.item.id })])
  expect((await bartek.get(`/api/items/${hidden.body.item.id}`)).status).toBe(404)
  expect((await bartek.get(`/api/documents/${hidden.body.id}/content`)).status).toBe(404)
})

it('tells nothing of it after a move into another file either', async () => {
  const other = (await buildContractor(anna)).id
  const hidden = await put(anna, { name: 'tajne.txt', content: 'przeniesione', fields: { audience: '{"users":[]}' } })
  const own = await put(bartek, { name: 'tajne.txt', content: 'przeniesione' })
  expect((await anna.patch(`/api/items/${hidden.body.item.id}`, { contractorId: other, caseId: null })).status).toBe(
    200,
  )

  expect((await bartek.patch(`/api/items/${own.body.item.id}`, { contractorId: other, caseId: null })).status).toBe(200)

  expect(await rows(bartek, other)).toHaveLength(1)
  expect(await rows(anna, other)).toHaveLength(2)
})

it('gives a circle of its own, and does not change that of what was there', async () => {
  const audience = JSON.stringify({ users: [] })
  const closed = await put(anna, { content: 'zamknięte', fields: { audience } })
  expect((await anna.get(`/api/items/${closed.body.item.id}`)).body.confidential).toBe(true)
  expect((await bartek.get(`/api/items/${closed.body.item.id}`)).status).toBe(404)

  const known = await put(anna, { content: 'jawne' })
  await put(anna, { content: 'jawne', fields: { audience } })

  expect((await bartek.get(`/api/items/${known.body.item.id}`)).status).toBe(200)
})

it('answers a repetition under the same key as the first time, and refuses another file under it', async () => {
  const first = await put(anna, { content: 'raz', key: 'k-1' })
  await anna.patch(`/api/items/${first.body.item.id}`, { title: 'Przemianowane' })

  const again = await put(anna, { content: 'raz', key: 'k-1' })
  const other = await put(anna, { content: 'inne', key: 'k-1' })
  const bartekOnes = await put(bartek, { content: 'jeszcze inne', key: 'k-1' })

  expect(again.body).toMatchObject({ id: first.body.id, isKnown: false, item: { title: 'Przemianowane' } })
  expect([other.status, other.body.code]).toEqual([409, 'already-there'])
  expect(bartekOnes.status).toBe(201)
})

it('makes one document of the same upload sixteen times at once', async () => {
  const all = await Promise.all(Array.from({ length: 16 }, () => put(anna, { name: 'raz.txt', content: 'równolegle' })))

  expect(new Set(all.map(({ status, body }) => `${status} ${body.item?.id}`)).size).toBe(1)
  expect(await rows(anna)).toHaveLength(1)
})

it('refuses who may not write there, a closed case, and a case of another file', async () => {
  const closed = await buildContractor(anna, { audience: { users: [] } })
  const kase = await buildCase(anna, open)
  await anna.patch(`/api/cases/${kase.id}`, { closed: true })
  const elsewhere = await buildCase(anna, closed.id)

  expect((await put(bartek, {}, closed.id)).status).toBe(404)
  expect((await put(anna, { fields: { caseId: kase.id } })).body.code).toBe('case-closed')
  expect((await put(anna, { fields: { caseId: elsewhere.id } })).status).toBe(404)
  expect(await rows(anna)).toEqual([])
})

it.each([
  [{ fields: { caseId: 'x' } }, 'caseId'],
  [{ fields: { type: 'letter' } }, 'type'],
  [{ fields: { audience: '{' } }, 'audience'],
  [{ fields: { audience: '{"users":["x"]}' } }, 'audience'],
  [{ fields: { audience: `{"users":["${crypto.randomUUID()}"]}` } }, 'audience'],
  [{ fields: { occurredAt: '2999-01-01T00:00:00.000Z' } }, 'occurredAt'],
  [{ content: '' }, 'file'],
])('refuses %j', async (input, field) => {
  const { status, body } = await put(anna, input)

  expect([status, body.fields]).toEqual([400, [field]])
})

it.each([
  [
    'multipart/form-data; boundary=x',
    '--x\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\nurwane',
    400,
  ],
  ['multipart/form-data', '--x--', 400],
  ['multipart/form-data; boundary=x', '--x--\r\n', 400],
  ['application/json', '{}', 415],
  ['application/octet-stream', 'x', 415],
])('refuses a body %s %j', async (type, payload, status) => {
  const headers = { authorization: `Bearer ${await tokenOf(test, anna.id)}`, 'content-type': type }

  const reply = await test.app.inject({ method: 'POST', url: `/api/contractors/${open}/documents`, headers, payload })

  expect(reply.statusCode, reply.body).toBe(status)
})

it('refuses more than the contract’s size, said beforehand or found on the way, and leaves nothing behind', async () => {
  const head = Buffer.from('--x\r\nContent-Disposition: form-data; name="file"; filename="duzy.bin"\r\n\r\n')
  const chunk = Buffer.alloc(1024 * 1024, 7)
  const most = LARGEST_UPLOAD / chunk.length + 1
  const body = () => Readable.from([head, ...Array.from({ length: most }, () => chunk), Buffer.from('\r\n--x--\r\n')])
  const headers = {
    authorization: `Bearer ${await tokenOf(test, anna.id)}`,
    'content-type': 'multipart/form-data; boundary=x',
  }
  const url = `/api/contractors/${open}/documents`

  const found = await test.app.inject({ method: 'POST', url, headers, payload: body() })
  const said = await test.app.inject({
    method: 'POST',
    url,
    headers: { ...headers, 'content-length': String(LARGEST_UPLOAD * 2) },
    payload: body(),
  })

  expect([found.statusCode, found.json().code]).toEqual([413, 'too-large'])
  expect([said.statusCode, said.json().code]).toEqual([413, 'too-large'])
  expect(said.json().detail).toBe('The file is too large for the server (100 MB at most).')
  expect((await blobNames()).filter(name => name.startsWith('arriving'))).toEqual([])
})

it('leaves bytes of a refused upload to the sweep', async () => {
  expect((await put(anna, { content: 'sierota', fields: { caseId: crypto.randomUUID() } })).status).toBe(404)
  const isThere = async () => (await blobNames()).some(name => name.endsWith(hashOf(Buffer.from('sierota'))))
  expect(await isThere()).toBe(true)

  await sweepBlobs({ ...test.house, blobs: openFileBlobs(path.join(test.house.config.dataFolder, 'blobs')) }, -1000)

  expect(await isThere()).toBe(false)
})

it('stands in the audit log', async () => {
  const { body } = await put(anna, {})

  const { rows: entries } = await test.asSuper.query('select verb, user_id from audit_entry where object_id = $1', [
    body.item.id,
  ])
  expect(entries).toContainEqual({ verb: 'uploaded', user_id: anna.id })
})

async function blobNames(): Promise<string[]> {
  const names = await readdir(path.join(test.house.config.dataFolder, 'blobs'), { recursive: true })
  return names.filter(name => name.length > 40)
}
