import { expect, it } from 'vitest'
import { openTestHouse } from '../../support/house.ts'
import { buildKsef } from '../../support/ksef.ts'
import { buildMail } from '../../support/mail.ts'
import { buildContractor, buildUser } from '../../support/people.ts'

const test = await openTestHouse()
const anna = await buildUser(test)
const bartek = await buildUser(test)

/** Hands in a mail with one invoice and answers the item of the invoice in the contractor's file. */
async function fileInvoice(domain: string, xml: string) {
  const contractor = await buildContractor(anna, { addresses: [`@${domain}`] })
  const attachments = [{ name: 'dokument.xml', type: 'application/xml', content: xml }]
  const mail = buildMail({ from: `ksiegowosc@${domain}`, attachments })
  const reply = await anna.hand(mail)
  const { body } = await anna.get(`/api/contractors/${contractor.id}/timeline?kind=invoice`)
  return { contractor, mail, reply, items: body.items }
}

it('files an invoice with its number and amount, and shows what it says', async () => {
  const { items, mail, contractor } = await fileInvoice('faktury.example', buildKsef({ seller: '5213017229' }))
  await anna.hand(mail)

  const { body } = await anna.get(`/api/items/${items[0].id}`)

  expect(items).toHaveLength(1)
  expect(body.title).toBe('Faktura FV/7/2026, 1\u00a0230,00\u00a0zł, termin 16.11.2026')
  expect(body.invoice).toEqual({
    schema: 'FA(3)',
    number: 'FV/7/2026',
    sellerNip: '5213017229',
    sellerName: 'Żółw & Syn sp. z o.o.',
    buyerNip: '1234563218',
    buyerName: 'Nasza Firma S.A.',
    issuedOn: '2026-11-02',
    dueOn: '2026-11-16',
    currency: 'PLN',
    net: '1000.00',
    vat: '230.00',
    gross: '1230.00',
    corrects: null,
  })
  const found = await anna.get(`/api/search?q=${encodeURIComponent('FV/7/2026')}&contractorId=${contractor.id}`)
  expect(found.body.items.map((item: { id: string }) => item.id)).toContain(items[0].id)
})

it('says nothing of an invoice where there is none', async () => {
  const { items } = await fileInvoice('zepsute.example', buildKsef().slice(0, 700))

  const { body } = await anna.get(`/api/items/${items[0].id}`)

  expect(body.title).toBe('dokument.xml')
  expect(body).not.toHaveProperty('invoice')
})

it('hides an invoice from those who do not see its document', async () => {
  const { items } = await fileInvoice('poufne.example', buildKsef({ number: 'TAJNA/1' }))
  await anna.patch(`/api/items/${items[0].id}`, { audience: { users: [anna.id], groups: [] } })
  const seenBy = async (user: string) => {
    const client = await test.asApp.connect()
    try {
      await client.query('begin')
      await client.query(`select set_config('lupa.user', $1, true)`, [user])
      return (await client.query(`select number from invoice where number = 'TAJNA/1'`)).rowCount
    } finally {
      await client.query('rollback')
      client.release()
    }
  }

  expect((await bartek.get(`/api/items/${items[0].id}`)).status).toBe(404)
  expect(await seenBy(anna.id)).toBe(1)
  expect(await seenBy(bartek.id)).toBe(0)
})

it('keeps one invoice for the same file in many mails, also at the same time', async () => {
  const xml = buildKsef({ number: 'RAZ/1' })
  const contractor = await buildContractor(anna, { addresses: ['@razem.example'] })
  const attachments = [{ name: 'f.xml', type: 'application/xml', content: xml }]
  const mails = Array.from({ length: 6 }, () => buildMail({ from: 'a@razem.example', attachments }))

  const replies = await Promise.all(mails.map(mail => anna.hand(mail)))

  const { rows } = await test.asSuper.query(`select count(*)::int as count from invoice where number = 'RAZ/1'`)
  const { body } = await anna.get(`/api/contractors/${contractor.id}/timeline?kind=invoice`)
  expect(replies.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200])
  expect(rows).toEqual([{ count: 1 }])
  expect(body.items).toHaveLength(1)
})

it('files what an earlier version did not find in a message', async () => {
  const { items, mail, contractor } = await fileInvoice('dawne.example', buildKsef({ number: 'DAWNA/1' }))
  const { rows } = await test.asSuper.query(`select blob_hash as hash from invoice where number = 'DAWNA/1'`)
  for (const table of ['invoice', 'attachment', 'document'])
    await test.asSuper.query(`delete from ${table} where blob_hash = $1`, [rows[0].hash])
  await test.asSuper.query('delete from item where id = $1', [items[0].id])
  await test.asSuper.query('delete from blob where hash = $1', [rows[0].hash])

  const reply = await bartek.hand(mail)

  const { body } = await bartek.get(`/api/contractors/${contractor.id}/timeline?kind=invoice`)
  expect(reply.status).toBe(200)
  expect(body.items).toMatchObject([{ title: 'Faktura DAWNA/1, 1\u00a0230,00\u00a0zł, termin 16.11.2026' }])
})
