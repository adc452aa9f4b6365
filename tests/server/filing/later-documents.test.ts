import { expect, it } from 'vitest'
import { openTestHouse } from '../../support/house.ts'
import { buildKsef } from '../../support/ksef.ts'
import { buildMail } from '../../support/mail.ts'
import { type Actor, buildContractor, buildUser } from '../../support/people.ts'

const test = await openTestHouse()
const anna = await buildUser(test)
const bartek = await buildUser(test)
const celina = await buildUser(test)
let number = 0

const only = (...actors: Actor[]) => ({ audience: { users: actors.map(({ id }) => id), groups: [] } })
const icon = (content: string) => ({ name: 'image001.png', type: 'image/png', content })
const pdf = (name: string, content: string) => ({
  name,
  type: 'application/pdf',
  content: `%PDF-1.4 ${content}\n%%EOF`,
})

/** A mail with an offer, which becomes a document, and a picture that becomes none; filed by its address. */
async function filed(actor: Actor, place: { contractorId?: string; caseId?: string } = {}, content?: string) {
  number += 1
  const shared = content ?? String(number)
  const { id } = place.contractorId
    ? { id: place.contractorId }
    : await buildContractor(anna, { addresses: [`@k${number}.example`] })
  const source = buildMail({
    from: `ewa@k${number}.example`,
    subject: `Mail ${number}`,
    attachments: [pdf('Oferta.pdf', shared), icon(`znak ${number}`)],
  })
  const query = new URLSearchParams(place as Record<string, string>).toString()
  const { body } = await actor.hand(source, query && `?${query}`)
  return { contractorId: id, itemId: body.items[0].id as string, source }
}

async function choose(actor: Actor, itemId: string, position: number, type: string | null) {
  const { status, body } = await actor.put(`/api/items/${itemId}/attachments/${position}`, { type })
  return status === 204 ? 204 : `${status} ${body.code}`
}

async function documentsIn(actor: Actor, contractorId: string): Promise<string[]> {
  const { body } = await actor.get(`/api/contractors/${contractorId}/timeline`)
  const items: { kind: string; title: string; cases: unknown[] }[] = body.items
  return items
    .filter(({ kind }) => !kind.startsWith('mail-'))
    .map(({ kind, title, cases }) => `${title} ${kind} ${cases.length}`)
    .toSorted()
}

async function kept(actor: Actor, itemId: string): Promise<(string | null)[]> {
  const { body } = await actor.get(`/api/items/${itemId}`)
  return body.attachments.map((one: { keptAs: string | null }) => one.keptAs)
}

/** Where the documents of a file lie and who may see them there, as the database has it. */
async function lying(itemId: string, name: string) {
  const { rows } = await test.asSuper.query(
    `select array(select principal_id from audience_member m where m.audience_id = f.audience_id order by 1) as members,
            f.case_file_id, f.own_audience, f.method, f.filed_by
       from item m join item i on i.contractor_id = m.contractor_id join document d on d.id = i.object_id
       join filing f on f.item_id = i.id where m.id = $1 and d.name = $2 order by f.case_file_id nulls first`,
    [itemId, name],
  )
  return rows
}

it('makes a document of what was left with a mail that filed itself, and finds it by its name', async () => {
  const { contractorId, itemId } = await filed(anna)
  expect(await kept(bartek, itemId)).toEqual(['offer', null])

  expect(await choose(bartek, itemId, 1, 'protocol')).toBe(204)

  expect(await documentsIn(anna, contractorId)).toEqual(['Oferta.pdf offer 0', 'image001.png protocol 0'])
  expect(await kept(anna, itemId)).toEqual(['offer', 'protocol'])
  const found = await anna.get(`/api/search?q=image001&contractorId=${contractorId}&kind=protocol`)
  expect(found.body.items.map((one: { title: string }) => one.title)).toEqual(['image001.png'])
  const { body } = await anna.get(`/api/items/${found.body.items[0].id}`)
  expect(body).toMatchObject({ cameWith: { id: itemId }, filings: [{ method: 'with-mail', by: expect.any(String) }] })
})

it('takes a document out and loses nothing: the mail keeps it, and it comes back as it was', async () => {
  const { contractorId, itemId, source } = await filed(anna)
  const before = (await anna.get(`/api/items/${itemId}`)).body.attachments[0]

  expect(await choose(bartek, itemId, 0, null)).toBe(204)

  expect(await documentsIn(anna, contractorId)).toEqual([])
  expect((await anna.get(`/api/items/${before.itemId}`)).status).toBe(404)
  expect((await anna.get(`/api/items/${itemId}/attachments/0`)).status).toBe(200)
  expect((await anna.get(`/api/items/${itemId}/source`)).body).toBe(source)

  expect(await choose(anna, itemId, 0, 'offer')).toBe(204)
  expect(await documentsIn(bartek, contractorId)).toEqual(['Oferta.pdf offer 0'])
})

it('holds against the same mail that comes again, by hand and by itself', async () => {
  const { contractorId, itemId, source } = await filed(anna)
  await choose(anna, itemId, 0, null)
  await choose(anna, itemId, 1, 'contract')

  for (const actor of [anna, bartek]) {
    await actor.hand(source)
    await actor.hand(source, `?contractorId=${contractorId}`)
  }

  expect(await documentsIn(bartek, contractorId)).toEqual(['image001.png contract 0'])
})

it('may be said again, also at the same time, and corrects the type', async () => {
  const { contractorId, itemId } = await filed(anna)

  const answers = await Promise.all([1, 2, 3, 4].map(() => choose(anna, itemId, 1, 'order')))
  expect(answers).toEqual([204, 204, 204, 204])
  expect(await choose(bartek, itemId, 1, 'contract')).toBe(204)
  expect(await documentsIn(anna, contractorId)).toEqual(['Oferta.pdf offer 0', 'image001.png contract 0'])

  await Promise.all([1, 2].map(() => choose(anna, itemId, 1, null)))
  expect(await documentsIn(anna, contractorId)).toEqual(['Oferta.pdf offer 0'])
  expect(await lying(itemId, 'image001.png')).toEqual([])
})

it('files the document wherever its mail lies, and for exactly those who see the mail', async () => {
  const { id } = await buildContractor(anna)
  const { body: open } = await anna.post(`/api/contractors/${id}/cases`, { title: 'Otwarta' })
  const { itemId, source } = await filed(anna, { contractorId: id })
  await anna.hand(source, `?contractorId=${id}&caseId=${open.id}`)
  await anna.patch(`/api/items/${itemId}`, only(anna, bartek))

  expect(await choose(bartek, itemId, 1, 'contract')).toBe(204)

  expect(await documentsIn(anna, id)).toContain('image001.png contract 1')
  expect(await documentsIn(celina, id)).toEqual([])
  const places = await lying(itemId, 'image001.png')
  expect(places).toHaveLength(2)
  for (const place of places) {
    expect(place).toMatchObject({ own_audience: true, method: 'with-mail', filed_by: bartek.id })
    expect(place.members).toEqual([anna.id, bartek.id].toSorted())
  }
})

it('narrows no document that another mail brought openly', async () => {
  const { id } = await buildContractor(anna)
  const first = await filed(anna, { contractorId: id }, 'ta sama')
  const second = await filed(anna, { contractorId: id }, 'ta sama')
  await anna.patch(`/api/items/${second.itemId}`, only(anna))
  expect(await documentsIn(celina, id)).toEqual(['Oferta.pdf offer 0'])

  await choose(anna, second.itemId, 0, 'contract')

  expect(await documentsIn(celina, id)).toEqual(['Oferta.pdf contract 0'])
  expect(await kept(celina, first.itemId)).toEqual(['contract', null])
})

it('leaves a document with the other mail that brought it, until it is taken out there too', async () => {
  const { id } = await buildContractor(anna)
  const first = await filed(anna, { contractorId: id }, 'dwa razy')
  const second = await filed(anna, { contractorId: id }, 'dwa razy')

  await choose(anna, first.itemId, 0, null)
  expect(await documentsIn(anna, id)).toEqual(['Oferta.pdf offer 0'])

  await choose(anna, second.itemId, 0, null)
  expect(await documentsIn(anna, id)).toEqual([])
})

it('is not found by those who do not see the mail, and leaves places alone that the chooser does not see', async () => {
  const { id } = await buildContractor(anna)
  const { body: secret } = await anna.post(`/api/contractors/${id}/cases`, { title: 'Poufna', ...only(anna) })
  const { itemId, source } = await filed(anna, { contractorId: id, caseId: secret.id })
  expect(await choose(bartek, itemId, 1, 'contract')).toBe('404 not-found')
  expect(await choose(bartek, '11111111-1111-4111-8111-111111111111', 1, 'contract')).toBe('404 not-found')

  await bartek.hand(source, `?contractorId=${id}`)
  await choose(bartek, itemId, 1, 'contract')
  await choose(bartek, itemId, 0, null)

  expect(await documentsIn(bartek, id)).toEqual(['image001.png contract 0'])
  expect((await lying(itemId, 'image001.png')).map(place => place.case_file_id)).toEqual([null])
  expect((await lying(itemId, 'Oferta.pdf')).map(place => place.case_file_id)).toEqual([secret.id])
  expect(await documentsIn(anna, id)).toContain('Oferta.pdf offer 1')
})

it('is refused to those who were only shown the mail, and not offered to them', async () => {
  const { id } = await buildContractor(anna, only(anna))
  const { itemId } = await filed(anna, { contractorId: id })
  await anna.post(`/api/items/${itemId}/shares`, { principals: [bartek.id] })

  expect((await bartek.get(`/api/items/${itemId}`)).body.may.chooseDocuments).toBe(false)
  expect(await choose(bartek, itemId, 1, 'contract')).toBe('403 not-allowed')
  expect(await choose(bartek, itemId, 0, null)).toBe('403 not-allowed')

  expect((await anna.get(`/api/items/${itemId}`)).body.may.chooseDocuments).toBe(true)
  expect(await documentsIn(anna, id)).toEqual(['Oferta.pdf offer 0'])
})

it('refuses what the state forbids: a closed case, no such attachment, no mail, no such type', async () => {
  const { id } = await buildContractor(anna)
  const { body: kase } = await anna.post(`/api/contractors/${id}/cases`, { title: 'Zamknięta' })
  const { itemId } = await filed(anna, { contractorId: id, caseId: kase.id })
  const document = (await anna.get(`/api/items/${itemId}`)).body.attachments[0].itemId

  expect(await choose(anna, itemId, 9, 'contract')).toBe('404 not-found')
  expect(await choose(anna, document, 0, 'contract')).toBe('404 not-found')
  expect(await choose(anna, itemId, 1, 'mail-in')).toBe('400 invalid')
  expect(await choose(anna, itemId, 1, 'own-0badf00d')).toBe('400 invalid')
  await anna.patch(`/api/cases/${kase.id}`, { closed: true })
  expect(await choose(anna, itemId, 1, 'contract')).toBe('409 case-closed')
  expect(await kept(anna, itemId)).toEqual(['offer', null])
})

it('leaves a trace in the audit log, both ways', async () => {
  const { itemId } = await filed(anna)
  await choose(anna, itemId, 1, 'order')
  const [, { itemId: document }] = (await anna.get(`/api/items/${itemId}`)).body.attachments

  await choose(bartek, itemId, 1, null)

  const { rows } = await test.asSuper.query(
    'select verb, user_id, details from audit_entry where object_id = $1 order by id',
    [document],
  )
  expect(rows).toMatchObject([
    { verb: 'filed', user_id: anna.id, details: { method: 'with-mail' } },
    { verb: 'unfiled', user_id: bartek.id, details: { mailItemId: itemId } },
  ])
})

it('shows a structured invoice by its number, as it would have been at filing', async () => {
  const { id } = await buildContractor(anna)
  const attachments = [{ name: 'dokument.xml', type: 'application/xml', content: buildKsef({ seller: '5213017229' }) }]
  const { body } = await anna.hand(buildMail({ attachments }), `?contractorId=${id}`)
  const before = await documentsIn(anna, id)

  await choose(anna, body.items[0].id, 0, null)
  await choose(anna, body.items[0].id, 0, 'invoice')

  expect(before).toEqual(['Faktura FV/7/2026, 1\u00a0230,00\u00a0zł, termin 16.11.2026 invoice 0'])
  expect(await documentsIn(anna, id)).toEqual(before)
})
