import { Readable } from 'node:stream'
import { expect, it } from 'vitest'
import { withoutBlindCopies } from '../../../server/item/without-blind-copies.ts'
import { openTestHouse } from '../../support/house.ts'
import { indexWords } from '../../support/index-words.ts'
import { buildMail } from '../../support/mail.ts'
import { type Actor, buildCase, buildContractor, buildUser } from '../../support/people.ts'

const test = await openTestHouse()
const admin = await buildUser(test)
const sender = await buildUser(test, { name: 'Nadawczyni' })
const colleague = await buildUser(test, { name: 'Kolega' })
const blind = await buildUser(test, { name: 'Ukryty', email: 'ukryty@nasza.example' })
await admin.patch('/api/settings/access', { recipients: true })
const contractor = await buildContractor(sender, {
  addresses: ['klient@kupiec.example'],
  audience: { users: [colleague.id] },
})
const source = buildMail({
  from: sender.email,
  to: 'klient@kupiec.example',
  bcc: blind.email,
  subject: 'Warunki',
  text: 'treść umowy',
})
const { body } = await sender.hand(source, `?contractorId=${contractor.id}`)
const item: string = body.items[0].id
await indexWords(test)

const seersFor = async (who: Actor) =>
  (await who.get(`/api/items/${item}/seers`)).body.items.map((one: { name: string }) => one.name)
const viewersFor = async (who: Actor) =>
  (await who.get(`/api/items/${item}/viewers`)).body.items.map((one: { id: string }) => one.id)
const sharesFor = async (who: Actor) =>
  (await who.get(`/api/items/${item}/shares`)).body.items.map((one: { name: string }) => one.name)

it('lets the blind recipient see the mail, and tells him and the sender of it', async () => {
  expect((await blind.get(`/api/items/${item}`)).status).toBe(200)
  for (const who of [sender, blind]) {
    expect(await seersFor(who)).toContain('Ukryty')
    expect(await sharesFor(who)).toEqual(['Ukryty'])
  }
  expect(await viewersFor(sender)).toContain(blind.id)
})

it('tells nobody else: not who sees it, with whom it is shared, nor by its address', async () => {
  expect(await seersFor(colleague)).toEqual(['Kolega', 'Nadawczyni'])
  expect((await colleague.get(`/api/items/${item}/seers`)).body.total).toBe(2)
  expect(await viewersFor(colleague)).not.toContain(blind.id)
  expect(await sharesFor(colleague)).toEqual([])
  for (const word of ['ukryty', 'ukryty@nasza.example'])
    expect((await colleague.get(`/api/search?q=${word}`)).body.items, word).toEqual([])
  expect((await colleague.get('/api/search?q=umowy')).body.items).toHaveLength(1)
  const roles = await test.house.database.work(colleague.id, tx =>
    tx.sql<{ role: string }>('select role from message_address order by role'),
  )
  expect(roles.map(({ role }) => role)).toEqual(['from', 'to'])
})

it('gives who knows of it the source as it travelled, and everybody else the same without the blind recipients', async () => {
  for (const who of [sender, blind]) expect((await who.get(`/api/items/${item}/source`)).body).toBe(source)

  const shown = (await colleague.get(`/api/items/${item}/source`)).body
  expect(shown).toBe(source.replace(/^Bcc:.*\r?\n/im, ''))
  expect(shown).not.toContain('ukryty')
  const fieldsFor = async (who: Actor) =>
    (await who.get(`/api/items/${item}/message`)).body.headers.map(({ name }: { name: string }) => name.toLowerCase())
  expect(await fieldsFor(sender)).toContain('bcc')
  expect(await fieldsFor(colleague)).not.toContain('bcc')
})

it('keeps it so for all of them when their addresses are changed', async () => {
  const rename = (who: Actor, email: string) => admin.patch(`/api/accounts/${who.id}`, { email })
  expect((await rename(blind, 'ukryty@nowa.example')).status).toBe(204)
  expect((await rename(sender, 'nadawczyni@nowa.example')).status).toBe(204)

  for (const who of [sender, blind]) {
    expect(await seersFor(who)).toContain('Ukryty')
    expect((await who.get(`/api/items/${item}/source`)).body).toBe(source)
  }
  expect(await seersFor(colleague)).toEqual(['Kolega', 'Nadawczyni'])
  expect(await sharesFor(colleague)).toEqual([])
  expect(await viewersFor(colleague)).not.toContain(blind.id)

  for (const who of [sender, blind]) await rename(who, who.email)
})

it('takes out or lets in the blind recipient as if he were not there', async () => {
  expect((await colleague.remove(`/api/items/${item}/shares/${blind.id}`)).status).toBe(404)
  expect((await blind.get(`/api/items/${item}`)).status).toBe(200)

  const shared = await colleague.post(`/api/items/${item}/shares`, { principals: [blind.id] })

  expect(shared.body.items).toMatchObject([{ name: 'Ukryty', by: 'Kolega', reason: 'shared' }])
})

it('gives the blind recipient back what he had when the share is taken back, and tells nobody', async () => {
  expect((await colleague.remove(`/api/items/${item}/shares/${blind.id}`)).status).toBe(204)

  expect((await blind.get(`/api/items/${item}`)).status).toBe(200)
  expect(await seersFor(colleague)).toEqual(['Kolega', 'Nadawczyni'])
  expect(await sharesFor(colleague)).toEqual([])
  expect((await colleague.remove(`/api/items/${item}/shares/${blind.id}`)).status).toBe(404)
  expect(await sharesFor(sender)).toEqual(['Ukryty'])
})

it('lets him go for good when who knows of his blind copy takes it back', async () => {
  await colleague.post(`/api/items/${item}/shares`, { principals: [blind.id] })

  expect((await sender.remove(`/api/items/${item}/shares/${blind.id}`)).status).toBe(204)

  expect((await blind.get(`/api/items/${item}`)).status).toBe(404)
})

it('leaves the owner of a mailbox what came to it blind, whoever shares it and takes that back', async () => {
  const mine = buildMail({
    from: 'klient@kupiec.example',
    to: sender.email,
    bcc: blind.email,
    subject: 'Do wiadomości',
  })
  await admin.patch('/api/settings/access', { recipients: false })
  const opened = await buildContractor(sender, { addresses: ['@kupiec.example'] })
  const narrow = await buildCase(sender, opened.id, { audience: { users: [colleague.id] } })
  const filed = await sender.hand(mine, `?contractorId=${opened.id}&caseId=${narrow.id}`)
  const id: string = filed.body.items[0].id
  await test.asSuper.query(
    `insert into message_copy (message_id, owner_id, source_hash, door)
       select message_id, $2, source_hash, 'imap' from message_copy where message_id = $1`,
    [filed.body.id, blind.id],
  )
  await test.house.database.work(blind.id, tx =>
    tx.sql('select put_filing($1)', [
      JSON.stringify({
        byHand: false,
        contractorId: opened.id,
        caseId: narrow.id,
        objectId: filed.body.id,
        kind: 'mail-in',
        occurredAt: '2026-11-02T10:00:00Z',
        title: 'Do wiadomości',
        snippet: '',
        who: '',
        hasAttachment: false,
        method: 'address',
        evidence: '',
      }),
    ]),
  )
  expect(await sharesFor(colleague)).toEqual([])

  await colleague.post(`/api/items/${id}/shares`, { principals: [blind.id] })
  expect((await colleague.remove(`/api/items/${id}/shares/${blind.id}`)).status).toBe(204)

  expect((await blind.get(`/api/items/${id}`)).status).toBe(200)
  const { rows } = await test.asSuper.query('select reason, besides from item_grant where item_id = $1', [id])
  expect(rows).toEqual([{ reason: 'mailbox', besides: null }])
})

it.each([
  ['folded', 'From: a@b.example\r\nBcc: x@y.example,\r\n z@y.example\r\nTo: c@d.example\r\n\r\nbcc: stays\r\n'],
  ['last', 'From: a@b.example\nTo: c@d.example\nBCC : x@y.example\n\nbcc: stays\n'],
  ['resent', 'Resent-Bcc: x@y.example\r\nFrom: a@b.example\r\n\r\nbcc: stays'],
  ['without a body', 'From: a@b.example\r\nbcc: x@y.example'],
])('takes the field out of a header: %s', async (_name, mail) => {
  for (const size of [1, 7, 4096]) {
    const chunks = Array.from({ length: Math.ceil(mail.length / size) }, (_, n) =>
      Buffer.from(mail.slice(n * size, (n + 1) * size)),
    )
    const out = Buffer.concat(await Readable.from(withoutBlindCopies(Readable.from(chunks))).toArray()).toString()

    expect(out).not.toMatch(/[xz]@y\.example/)
    expect(out).toContain('From: a@b.example')
    expect(out.includes('bcc: stays')).toBe(mail.includes('bcc: stays'))
    expect(/\r?\n\r?\n/.test(out)).toBe(/\r?\n\r?\n/.test(mail))
  }
})

it('hides blind recipients also where another copy, without them, came first', async () => {
  const first = {
    from: sender.email,
    to: 'klient@kupiec.example',
    subject: 'Rabat',
    text: 'rabat',
    messageId: 'rabat@nasza.example',
  }
  const open = buildMail({ ...first, date: new Date('2026-11-02T10:00:00Z') })
  const full = buildMail({ ...first, date: new Date('2026-11-02T10:00:00Z'), bcc: blind.email })
  await colleague.hand(open, `?contractorId=${contractor.id}`)
  const later = await sender.hand(full, `?contractorId=${contractor.id}`)
  const id: string = later.body.items[0].id

  for (const who of [colleague, admin]) {
    const shown = await who.get(`/api/items/${id}/source`)
    expect(shown.body).not.toContain('ukryty')
  }
  const outsider = await buildUser(test, { name: 'Dopuszczony' })
  await sender.post(`/api/items/${id}/shares`, { principals: [outsider.id] })
  expect((await outsider.get(`/api/items/${id}/source`)).status).toBe(200)
  expect((await outsider.get(`/api/items/${id}/source`)).body).not.toContain('ukryty')
  expect((await sender.get(`/api/items/${id}/source`)).body).toContain('ukryty')
})
