import { expect, it } from 'vitest'
import { receiveMessage } from '../../../server/filing/receive-message.ts'
import type { Received } from '../../../shared/message.ts'
import { openTestHouse } from '../../support/house.ts'
import { buildMail } from '../../support/mail.ts'
import { type Actor, buildCase, buildContractor, buildUser } from '../../support/people.ts'

const test = await openTestHouse()
const anna = await buildUser(test)
const bartek = await buildUser(test)

const timeline = async (actor: Actor, contractorId: string) =>
  (await actor.get(`/api/contractors/${contractorId}/timeline`)).body.items

it('files a mail by the address of its sender, and says why', async () => {
  const contractor = await buildContractor(anna, { addresses: ['jan@adres.example'] })

  const reply = await anna.hand(buildMail({ from: 'Jan <Jan@Adres.example>', subject: 'Zamówienie krzeseł' }))

  expect(reply.status).toBe(200)
  expect(reply.body).toMatchObject({ action: 'file', method: 'address', evidence: 'jan@adres.example', reason: null })
  expect(reply.body.items).toMatchObject([{ contractorId: contractor.id, caseId: null }])
  expect(await timeline(anna, contractor.id)).toMatchObject([
    { kind: 'mail-in', title: 'Zamówienie krzeseł', who: 'Jan' },
  ])
})

it('files by the company domain, and never by a free-mail domain', async () => {
  const contractor = await buildContractor(anna, { addresses: ['@domena.example'] })

  const known = await anna.hand(buildMail({ from: 'Kto Inny <ktos@domena.example>' }))
  const free = await anna.hand(buildMail({ from: 'ktos@wp.pl' }))

  expect(known.body).toMatchObject({ action: 'file', method: 'domain', evidence: 'domena.example' })
  expect(free.body).toMatchObject({ action: 'triage', reason: 'unknown-sender' })
  expect((await anna.get('/api/triage')).body.items[0]).toMatchObject({
    id: free.body.id,
    from: 'ktos@wp.pl',
    state: 'open',
  })
  expect((await anna.post('/api/contractors', { name: 'X', addresses: ['@wp.pl'] })).status).toBe(400)
  expect(await timeline(anna, contractor.id)).toHaveLength(1)
})

it('files our own mail as sent, into the files of all its recipients', async () => {
  const first = await buildContractor(anna, { addresses: ['@jeden.example'] })
  const second = await buildContractor(anna, { addresses: ['@drugi.example'] })

  const reply = await anna.hand(
    buildMail({ from: `Anna <${anna.email}>`, to: 'a@jeden.example', cc: 'b@drugi.example' }),
  )

  expect(reply.body.items).toHaveLength(2)
  expect(await timeline(anna, first.id)).toMatchObject([{ kind: 'mail-out', who: 'a@jeden.example' }])
  expect(await timeline(anna, second.id)).toMatchObject([{ kind: 'mail-out' }])
})

it('leaves the choice to people when contractors share an address', async () => {
  await buildContractor(anna, { addresses: ['wspolny@biuro.example'] })
  await buildContractor(anna, { addresses: ['wspolny@biuro.example'] })

  const reply = await anna.hand(buildMail({ from: 'wspolny@biuro.example' }))

  expect(reply.body).toMatchObject({ action: 'suggest', reason: 'several-contractors', items: [] })
})

it('files an answer to our own mail into its case, and no stolen In-Reply-To', async () => {
  const contractor = await buildContractor(anna, { addresses: ['@watek.example'] })
  const caseFile = await buildCase(anna, contractor.id)
  const ours = buildMail({ messageId: '<nasz-1@nasza.example>', from: anna.email, to: 'jan@watek.example' })
  await anna.hand(ours, `?caseId=${caseFile.id}`)

  const answer = await anna.hand(buildMail({ from: 'jan@watek.example', inReplyTo: 'nasz-1@nasza.example' }))
  const stolen = await anna.hand(buildMail({ from: 'obcy@zly.example', inReplyTo: 'nasz-1@nasza.example' }))
  const colleague = await anna.hand(buildMail({ from: 'inny@watek.example', inReplyTo: 'nasz-1@nasza.example' }))

  expect(answer.body).toMatchObject({
    action: 'file',
    method: 'thread',
    evidence: caseFile.reference,
    items: [{ caseId: caseFile.id }],
  })
  expect(stolen.body).toMatchObject({ action: 'triage', items: [] })
  expect(colleague.body).toMatchObject({ action: 'file', method: 'domain', items: [{ caseId: null }] })
})

it.each([
  ['internal', { from: anna.email, to: bartek.email }],
  ['auto-reply', { headers: ['Auto-Submitted: auto-replied'] }],
  ['newsletter', { headers: ['List-Id: <oferty.klient.example>'] }],
  ['bounce', { headers: ['Return-Path: <>'] }],
])('leaves out %s mail, with the reason, recoverable', async (reason, input) => {
  const reply = await anna.hand(buildMail(input))

  expect(reply.body).toMatchObject({ action: 'leave-out', reason, items: [] })
  const left = await anna.get('/api/triage?state=left-out')
  expect(left.body.items.find((row: { id: string }) => row.id === reply.body.id)).toMatchObject({ reason })
})

it('sends a mail with two senders to triage', async () => {
  await buildContractor(anna, { addresses: ['@dwaj.example'] })

  const reply = await anna.hand(buildMail({ from: 'a@dwaj.example', headers: ['From: b@inny.example'] }))

  expect(reply.body).toMatchObject({ action: 'triage', reason: 'doubtful-sender', items: [] })
})

it('makes attachments typed documents of the file, filed with their mail', async () => {
  const contractor = await buildContractor(anna, { addresses: ['@pliki.example'] })
  const mail = buildMail({
    from: 'a@pliki.example',
    attachments: [{ name: 'FV_2026_10.pdf', type: 'application/pdf', content: '%PDF-1.4\n%%EOF' }],
  })

  await anna.hand(mail)
  await anna.hand(mail)

  const rows = await timeline(anna, contractor.id)
  expect(rows.map((row: { kind: string }) => row.kind).sort()).toEqual(['invoice', 'mail-in'])
  const invoice = rows.find((row: { kind: string }) => row.kind === 'invoice')
  expect(invoice.title).toBe('FV_2026_10.pdf')
  expect((await anna.get(`/api/documents/${invoice.objectId}/content`)).body).toBe('%PDF-1.4\n%%EOF')
  const only = await anna.get(`/api/contractors/${contractor.id}/timeline?kind=invoice`)
  expect(only.body.items).toHaveLength(1)
})

it('lets a correction of the type win over the next guess', async () => {
  const contractor = await buildContractor(anna, { addresses: ['@typ.example'] })
  const files = [{ name: 'FV_7.pdf', type: 'application/pdf', content: '%PDF-1.4 typ\n%%EOF' }]
  await anna.hand(buildMail({ from: 'a@typ.example', attachments: files }))
  const find = async () =>
    (await timeline(anna, contractor.id)).find((row: { title: string }) => row.title === 'FV_7.pdf')

  expect((await anna.patch(`/api/items/${(await find()).id}`, { type: 'contract' })).body.kind).toBe('contract')
  await anna.hand(buildMail({ from: 'a@typ.example', attachments: files }))

  expect((await find()).kind).toBe('contract')
})

it('stores the source byte for byte, and never filed twice in one place', async () => {
  const contractor = await buildContractor(anna)
  const mail = buildMail()

  const first = await anna.hand(mail, `?contractorId=${contractor.id}`)
  const second = await anna.hand(mail, `?contractorId=${contractor.id}`)

  expect(second.body).toEqual(first.body)
  expect(await timeline(anna, contractor.id)).toHaveLength(1)
  expect((await anna.get(`/api/items/${first.body.items[0].id}/source`)).body).toBe(mail)
})

it('makes one message and one item of 16 simultaneous arrivals by different people and doors', async () => {
  const contractor = await buildContractor(anna, { addresses: ['@razem.example'] })
  const mail = (index: number) => `Received: from x by y${index % 3}; Mon, 23 Nov 2026 10:00:00 +0100\r\n${razem}`
  const razem = buildMail({
    from: 'a@razem.example',
    attachments: [
      { name: 'b.pdf', type: 'application/pdf', content: '%PDF-1.4 b' },
      { name: 'a.pdf', type: 'application/pdf', content: '%PDF-1.4 a' },
    ],
  })

  const post = async (index: number, actor: Actor) =>
    (await actor.hand(mail(index), index % 4 === 0 ? `?contractorId=${contractor.id}` : '')).body as Received
  const take = (index: number, actor: Actor, door: 'imap' | 'import' | 'journal') =>
    receiveMessage(test.house, {
      userId: actor.id,
      source: Buffer.from(mail(index)),
      arrival: { door },
    })

  const replies = await Promise.all(
    Array.from({ length: 16 }, (_, index) => {
      const actor = index % 2 ? anna : bartek
      const door = (['imap', 'import', 'journal'] as const)[index % 5]
      return door ? take(index, actor, door) : post(index, actor)
    }),
  )

  expect(new Set(replies.map(reply => reply.id)).size).toBe(1)
  expect(await timeline(anna, contractor.id)).toHaveLength(3)
  const { rows } = await test.asSuper.query('select count(*)::int as copies from message_copy where message_id = $1', [
    replies[0]?.id,
  ])
  expect(rows[0].copies).toBe(6)
})

it('lets a person move a mail with its documents to a case and to another contractor', async () => {
  const contractor = await buildContractor(anna, { addresses: ['@ruch.example'] })
  const caseFile = await buildCase(anna, contractor.id)
  const other = await buildContractor(anna)
  const files = [{ name: 'umowa.pdf', type: 'application/pdf', content: '%PDF-1.4 ruch' }]
  const { body } = await anna.hand(buildMail({ from: 'a@ruch.example', attachments: files }))
  const itemId = body.items[0].id

  const moved = await anna.patch(`/api/items/${itemId}`, { caseId: caseFile.id })
  expect(moved.body).toMatchObject({ id: itemId, cases: [{ id: caseFile.id }] })
  expect((await anna.get(`/api/cases/${caseFile.id}/timeline`)).body.items).toHaveLength(2)

  const away = await anna.patch(`/api/items/${itemId}`, { contractorId: other.id })
  expect(away.body).toMatchObject({ contractorId: other.id, cases: [] })
  expect(await timeline(anna, contractor.id)).toEqual([])
  expect(await timeline(anna, other.id)).toHaveLength(2)
  expect(
    (await anna.get('/api/search?q=umowa')).body.items.filter(
      (row: { contractorId: string }) => row.contractorId === other.id,
    ),
  ).toHaveLength(2)
})

it('keeps the title that somebody gave a document when its mail is moved', async () => {
  const contractor = await buildContractor(anna, { addresses: ['tytuly@kupiec.example'] })
  const caseFile = await buildCase(anna, contractor.id)
  const attachments = [{ name: 'skan.pdf', type: 'application/pdf', content: '%PDF-1.4 skan\n%%EOF' }]
  const { body } = await anna.hand(buildMail({ from: 'tytuly@kupiec.example', attachments }))
  const rows = async () => (await anna.get(`/api/contractors/${contractor.id}/timeline`)).body.items
  const document = (await rows()).find((one: { kind: string }) => !one.kind.startsWith('mail'))
  await anna.patch(`/api/items/${document.id}`, { title: 'Umowa podpisana' })

  await anna.post('/api/items/assign', { itemIds: [body.items[0].id], caseId: caseFile.id })

  const moved = (await rows()).find((one: { kind: string }) => !one.kind.startsWith('mail'))
  expect([moved.title, moved.cases.length]).toEqual(['Umowa podpisana', 1])
})

it('takes a mail and its documents out, and does not bring them back by itself', async () => {
  const contractor = await buildContractor(anna, { addresses: ['@precz.example'] })
  const mail = buildMail({
    from: 'a@precz.example',
    attachments: [{ name: 'x.pdf', type: 'application/pdf', content: '%PDF-1.4 precz' }],
  })
  const { body } = await anna.hand(mail)

  expect((await anna.remove(`/api/items/${body.items[0].id}`)).status).toBe(204)
  expect(await timeline(anna, contractor.id)).toEqual([])
  expect((await bartek.hand(mail)).body.items).toEqual([])

  const again = await anna.hand(mail, `?contractorId=${contractor.id}`)
  expect(again.body.items).toHaveLength(1)
  expect(await timeline(anna, contractor.id)).toHaveLength(2)
})

it('refuses a closed case, a hidden place and an empty body', async () => {
  const contractor = await buildContractor(anna, { audience: { users: [] } })
  const caseFile = await buildCase(anna, contractor.id)

  expect((await bartek.hand(buildMail(), `?contractorId=${contractor.id}`)).status).toBe(404)
  expect((await bartek.hand(buildMail(), `?caseId=${caseFile.id}`)).status).toBe(404)
  expect((await anna.hand('')).status).toBe(400)
  await anna.patch(`/api/cases/${caseFile.id}`, { closed: true })
  expect((await anna.hand(buildMail(), `?caseId=${caseFile.id}`)).body).toMatchObject({
    code: 'case-closed',
    status: 409,
  })
})

it('stores what is no mail at all, and lets nothing get lost', async () => {
  const reply = await anna.hand('To nie jest poczta, tylko tekst.')

  expect(reply.status).toBe(200)
  expect(reply.body).toMatchObject({ action: 'triage', messageId: null })
  expect((await anna.get('/api/triage')).body.items[0].id).toBe(reply.body.id)
})
