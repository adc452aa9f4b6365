import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { openTestHouse } from '../../support/house.ts'
import { buildMail } from '../../support/mail.ts'
import { type Actor, buildContractor, buildUser } from '../../support/people.ts'

const test = await openTestHouse()
const anna = await buildUser(test)
const bartek = await buildUser(test)
let number = 0

const pdf = (name: string, content: string) => ({
  name,
  type: 'application/pdf',
  content: `%PDF-1.4 ${content}\n%%EOF`,
})
const hashOf = (content: string) => createHash('sha256').update(`%PDF-1.4 ${content}\n%%EOF`).digest('hex')

/** A mail with an offer, a price list and a file that only an accident made an attachment. */
function threeFiles() {
  number += 1
  const n = String(number)
  const attachments = [pdf('Oferta.pdf', `o${n}`), pdf('Cennik.pdf', `c${n}`), pdf('Regulamin.pdf', `r${n}`)]
  return {
    source: buildMail({ from: `anna@k${n}.example`, attachments }),
    offer: hashOf(`o${n}`),
    prices: hashOf(`c${n}`),
    terms: hashOf(`r${n}`),
  }
}

async function documentsIn(actor: Actor, contractorId: string): Promise<string[]> {
  const { body } = await actor.get(`/api/contractors/${contractorId}/timeline`)
  const items: { kind: string; title: string }[] = body.items
  return items
    .filter(({ kind }) => !kind.startsWith('mail-'))
    .map(({ kind, title }) => `${title} ${kind}`)
    .toSorted()
}

async function carried(actor: Actor, source: string, contractorId?: string) {
  const query = contractorId ? `?contractorId=${contractorId}` : ''
  const { body } = await actor.hand(source, `/attachments${query}`)
  const items: { name: string; hash: string; documentType: string | null; chosen?: string | null }[] = body.items
  return Object.fromEntries(items.map(({ name, documentType, chosen }) => [name, { documentType, chosen }]))
}

it('makes the chosen documents and no others, and loses none of the mail', async () => {
  const { id } = await buildContractor(anna)
  const { source, prices, terms } = threeFiles()

  const { body } = await anna.hand(source, `?contractorId=${id}&attachment=${prices}.contract&attachment=${terms}.none`)

  expect(await documentsIn(anna, id)).toEqual(['Cennik.pdf contract', 'Oferta.pdf offer'])
  const item = (await anna.get(`/api/items/${body.items[0].id}`)).body
  expect(item.attachments.map((one: { name: string }) => one.name)).toEqual([
    'Oferta.pdf',
    'Cennik.pdf',
    'Regulamin.pdf',
  ])
  expect((await anna.get(`/api/items/${item.id}/source`)).body).toBe(source)
})

it('holds against the same mail handed in again, by whomever and from whatever mailbox', async () => {
  const { id } = await buildContractor(anna, { addresses: [`@k${number + 1}.example`] })
  const { source, offer, terms } = threeFiles()
  await anna.hand(source, `?contractorId=${id}&attachment=${offer}.none&attachment=${terms}.protocol`)
  const chosen = ['Cennik.pdf document', 'Regulamin.pdf protocol']
  expect(await documentsIn(anna, id)).toEqual(chosen)

  for (const actor of [anna, bartek]) {
    await actor.hand(source)
    await actor.hand(source, `?contractorId=${id}`)
    expect(await documentsIn(actor, id)).toEqual(chosen)
  }
})

it('lets a later choice win, also over the type of a document that is there', async () => {
  const { id } = await buildContractor(anna)
  const { source, offer, prices } = threeFiles()
  await anna.hand(source, `?contractorId=${id}&attachment=${offer}.none`)

  await bartek.hand(source, `?contractorId=${id}&attachment=${offer}.order&attachment=${prices}.offer`)

  expect(await documentsIn(anna, id)).toEqual(['Cennik.pdf offer', 'Oferta.pdf order', 'Regulamin.pdf document'])
  await anna.hand(source, `?contractorId=${id}`)
  expect(await documentsIn(anna, id)).toEqual(['Cennik.pdf offer', 'Oferta.pdf order', 'Regulamin.pdf document'])
})

it('makes a document of what would be none', async () => {
  const { id } = await buildContractor(anna)
  const source = buildMail({ attachments: [{ name: 'image001.png', type: 'image/png', content: 'mały' }] })
  const hash = createHash('sha256').update('mały').digest('hex')
  expect(await carried(anna, source)).toEqual({ 'image001.png': { documentType: null } })

  await anna.hand(source, `?contractorId=${id}&attachment=${hash}.document`)

  expect(await documentsIn(anna, id)).toEqual(['image001.png document'])
})

it('says before filing what would become of each, and what was chosen where one may see it', async () => {
  const { id } = await buildContractor(anna)
  const { source, offer } = threeFiles()
  const guessed = {
    'Oferta.pdf': { documentType: 'offer' },
    'Cennik.pdf': { documentType: 'document' },
    'Regulamin.pdf': { documentType: 'document' },
  }
  expect(await carried(bartek, source, id)).toEqual(guessed)
  await anna.hand(source, `?contractorId=${id}&attachment=${offer}.none`)

  expect(await carried(bartek, source, id)).toEqual({
    ...guessed,
    'Oferta.pdf': { documentType: 'offer', chosen: null },
  })
  const other = await buildContractor(anna)
  expect(await carried(bartek, source, other.id)).toEqual(guessed)
})

it('tells nothing of a choice in a file that one does not see, and does not obey it there', async () => {
  const { id } = await buildContractor(anna)
  const members = { audience: { users: [anna.id], groups: [] } }
  const { body: secret } = await anna.post(`/api/contractors/${id}/cases`, { title: 'Poufna', ...members })
  const { source, offer } = threeFiles()
  await anna.hand(source, `?contractorId=${id}&caseId=${secret.id}&attachment=${offer}.none`)

  const told = await carried(bartek, source, id)
  await bartek.hand(source, `?contractorId=${id}`)

  expect(told['Oferta.pdf']).toEqual({ documentType: 'offer' })
  expect(await documentsIn(bartek, id)).toContain('Oferta.pdf offer')
})

it.each([
  ['a hash that is none', 'abc.offer'],
  ['a type that is none', `${'0'.repeat(64)}.mail-in`],
])('refuses %s', async (_what, attachment) => {
  const { id } = await buildContractor(anna)

  const { status } = await anna.hand(threeFiles().source, `?contractorId=${id}&attachment=${attachment}`)

  expect(status).toBe(400)
  expect((await anna.hand('', '/attachments')).status).toBe(400)
})
