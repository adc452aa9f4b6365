import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { openTestHouse } from '../../support/house.ts'
import { buildMail } from '../../support/mail.ts'
import { type Actor, buildContractor, buildUser } from '../../support/people.ts'

const test = await openTestHouse()
const anna = await buildUser(test, { name: 'Anna' })
const bartek = await buildUser(test, { name: 'Bartek' })

const hashOf = (content: string) => createHash('sha256').update(content).digest('hex')
const askedBy = (actor: Actor, ...contents: string[]) =>
  actor.post('/api/documents/confidential', { hashes: contents.map(hashOf) })

/** Files a mail with this attachment, and answers the items of both. */
async function hand(domain: string, content: string) {
  const contractor = await buildContractor(anna, { addresses: [`@${domain}`] })
  const attachments = [{ name: 'umowa.pdf', type: 'application/pdf', content }]
  await anna.hand(buildMail({ from: `x@${domain}`, attachments, messageId: `<${crypto.randomUUID()}@${domain}>` }))
  const { items } = (await anna.get(`/api/contractors/${contractor.id}/timeline`)).body
  const of = (isMail: boolean) => items.find((row: { kind: string }) => (row.kind === 'mail-in') === isMail).id
  return { mail: of(true), document: of(false) }
}

it('knows a confidential file by its content, and no open one', async () => {
  const { mail, document } = await hand('tajne.example', '%PDF-1.4 poufna umowa\n%%EOF')
  await hand('jawne.example', '%PDF-1.4 jawna umowa\n%%EOF')
  await anna.patch(`/api/items/${mail}`, { audience: { users: [] } })

  const found = await askedBy(anna, '%PDF-1.4 poufna umowa\n%%EOF', '%PDF-1.4 jawna umowa\n%%EOF', 'nieznane')

  expect(found.status).toBe(200)
  expect(found.body).toEqual({
    items: [{ hash: hashOf('%PDF-1.4 poufna umowa\n%%EOF'), itemId: document }],
    next: null,
  })
})

it('tells nobody of a file that he does not see', async () => {
  const { mail } = await hand('ukryte.example', '%PDF-1.4 ukryta umowa\n%%EOF')
  await anna.patch(`/api/items/${mail}`, { audience: { users: [] } })

  expect((await askedBy(bartek, '%PDF-1.4 ukryta umowa\n%%EOF')).body).toEqual({ items: [], next: null })
  expect((await askedBy(anna, '%PDF-1.4 ukryta umowa\n%%EOF')).body.items).toHaveLength(1)
})

it('holds no file back that lies openly elsewhere', async () => {
  const { mail } = await hand('jeden.example', '%PDF-1.4 cennik\n%%EOF')
  await hand('drugi.example', '%PDF-1.4 cennik\n%%EOF')
  await anna.patch(`/api/items/${mail}`, { audience: { users: [] } })

  expect((await askedBy(anna, '%PDF-1.4 cennik\n%%EOF')).body.items).toEqual([])
})

it('refuses what is no hash', async () => {
  expect((await anna.post('/api/documents/confidential', { hashes: ['umowa'] })).body.code).toBe('invalid')
})
