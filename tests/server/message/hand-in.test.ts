import { expect, it } from 'vitest'
import { Unparsable, type UnparsableReason } from '../../../server/mail/parse-pool.ts'
import { refuseMsg } from '../../../server/message/refuse-msg.ts'
import { LARGEST_SHOWN_MSG } from '../../../shared/document.ts'
import { openTestHouse } from '../../support/house.ts'
import { buildMail } from '../../support/mail.ts'
import { buildMsg } from '../../support/msg.ts'
import { buildCase, buildContractor, buildUser, tokenOf } from '../../support/people.ts'

const test = await openTestHouse()
const anna = await buildUser(test)

const msg = () =>
  buildMsg({
    texts: {
      '0037': 'Zapisana w Outlooku',
      '0C1F': 'ewa@klient.example',
      '0C1A': 'Ewa',
      '1035': '<saved@klient.example>',
    },
    recipients: [{ name: 'Anna', address: 'anna@nasza.example', type: 1 }],
    files: [{ name: 'Oferta.pdf', content: Buffer.from('%PDF-1.4 oferta'), mediaType: 'application/pdf' }],
  })

it('takes a mail that Outlook saved as .msg, once however often, and keeps that file byte for byte', async () => {
  const { id } = await buildContractor(anna)
  const bytes = msg()

  const first = await anna.hand(bytes, `?contractorId=${id}`)
  const second = await anna.hand(bytes, `?contractorId=${id}`)

  expect(first.status).toBe(200)
  expect(second.body.items).toEqual(first.body.items)
  const item = (await anna.get(`/api/items/${first.body.items[0].id}`)).body
  expect(item.title).toBe('Zapisana w Outlooku')
  const origin = await test.app.inject({
    method: 'GET',
    url: `/api/items/${item.id}/origin`,
    headers: { authorization: `Bearer ${await tokenOf(test, anna.id)}` },
  })
  expect(origin.rawPayload.equals(bytes)).toBe(true)
  const carried = (await anna.hand(bytes, '/attachments')).body.items
  expect(carried.map((one: { name: string }) => one.name)).toEqual(['Oferta.pdf'])
})

it('refuses a file that only begins like a .msg, and keeps nothing of it', async () => {
  const before = (await test.asSuper.query('select count(*)::int as n from message')).rows[0].n

  const { status, body } = await anna.hand(msg().subarray(0, 600))

  expect([status, body.code]).toEqual([422, 'not-processable'])
  expect((await test.asSuper.query('select count(*)::int as n from message')).rows[0].n).toBe(before)
})

const half = msg().subarray(0, msg().length / 2)

it('shows the mail in such a file as it travels, before it is filed, and keeps nothing', async () => {
  const before = (await test.asSuper.query('select count(*)::int as n from message')).rows[0].n

  const { status, body, type } = await look(msg())

  expect([status, type]).toEqual([200, 'message/rfc822'])
  expect(body).toMatch(/^Subject: Zapisana w Outlooku\r$/m)
  expect(body).toMatch(/^Message-ID: <saved@klient\.example>\r$/im)
  expect((await test.asSuper.query('select count(*)::int as n from message')).rows[0].n).toBe(before)
})

it.each<[string, Buffer, number, string]>([
  ['nothing', Buffer.alloc(0), 400, 'invalid'],
  ['no file of Outlook’s', Buffer.from('Subject: x\r\n\r\nx'), 422, 'not-processable'],
  ['its first half', half, 422, 'not-processable'],
  ['a compound file without a message', buildMsg({}), 422, 'not-processable'],
  ['more than anybody would wait for', Buffer.concat([msg(), Buffer.alloc(LARGEST_SHOWN_MSG)]), 413, 'too-large'],
])('shows no mail of %s, and says why', async (_what, bytes, status, code) => {
  const reply = await look(bytes)

  expect([reply.status, JSON.parse(reply.body).code]).toEqual([status, code])
})

it.each<[UnparsableReason, string]>([
  ['timeout', 'takes-too-long'],
  ['memory', 'takes-too-long'],
  ['crash', 'not-processable'],
  ['busy', 'too-many'],
  ['stopped', 'unavailable'],
])('says of a file whose reading ended by %s that it is %s', (reason, code) => {
  expect(() => refuseMsg(new Unparsable(reason))).toThrow(expect.objectContaining({ code }))
})

it('takes no bug for a bad file', () => {
  expect(() => refuseMsg(new TypeError('ours'))).toThrow(TypeError)
})

async function look(payload: Buffer) {
  const { statusCode, body, headers } = await test.app.inject({
    method: 'POST',
    url: '/api/messages/mail',
    payload,
    headers: { authorization: `Bearer ${await tokenOf(test, anna.id)}`, 'content-type': 'message/rfc822' },
  })
  return { status: statusCode, body, type: headers['content-type'] }
}

it('files a mail in the case that our add-in wrote into its header, with nothing in the subject', async () => {
  const contractor = await buildContractor(anna, { addresses: ['@znak.example'] })
  const { body: kase } = await anna.post(`/api/contractors/${contractor.id}/cases`, { title: 'Dostawa' })
  const headers = [`X-Lupa-Case: ${kase.reference}`]
  const sent = buildMail({ from: anna.email, to: 'ewa@znak.example', subject: 'Termin', headers })

  const { body } = await anna.hand(sent)

  expect(body).toMatchObject({ action: 'file', method: 'case-number', evidence: kase.reference })
  expect(body.items[0].caseId).toBe(kase.id)
})

it('believes that header no more than a subject when a stranger writes it', async () => {
  const contractor = await buildContractor(anna, { addresses: ['@swoj.example'] })
  const { body: kase } = await anna.post(`/api/contractors/${contractor.id}/cases`, { title: 'Dostawa' })
  const from = 'obcy@zupelnie.example'
  const bySubject = await anna.hand(buildMail({ from, subject: `Pilne [${kase.reference}]` }))

  const byHeader = await anna.hand(buildMail({ from, subject: 'Pilne', headers: [`X-Lupa-Case: ${kase.reference}`] }))

  expect(byHeader.body.action).toBe(bySubject.body.action)
  expect(byHeader.body.action).not.toBe('file')
})

it('leaves a mail as visible as it was where it lay before, and narrows only where it is new', async () => {
  const [bartek, celina] = [await buildUser(test), await buildUser(test)]
  const { id } = await buildContractor(anna)
  const kase = await buildCase(anna, id)
  const attachments = [{ name: 'Plan.pdf', type: 'application/pdf', content: '%PDF-1.4 plan' }]
  const source = buildMail({ subject: 'Wspólna', attachments })
  const first = await bartek.hand(source, `?contractorId=${id}`)
  const circles = async () =>
    (
      await test.asSuper.query(
        `select f.case_file_id as "caseId", f.own_audience as own from filing f join item i on i.id = f.item_id
          where i.contractor_id = $1 order by f.own_audience`,
        [id],
      )
    ).rows

  expect((await anna.hand(source, `?contractorId=${id}&viewer=${anna.id}`)).status).toBe(200)
  expect((await celina.get(`/api/items/${first.body.items[0].id}`)).status).toBe(200)
  expect((await circles()).map(({ own }) => own)).toEqual([false, false])

  expect((await anna.hand(source, `?contractorId=${id}&caseId=${kase.id}&viewer=${anna.id}`)).status).toBe(200)
  expect((await celina.get(`/api/items/${first.body.items[0].id}`)).status).toBe(200)
  expect(await circles()).toEqual([
    { caseId: null, own: false },
    { caseId: null, own: false },
    { caseId: kase.id, own: true },
    { caseId: kase.id, own: true },
  ])
})

it('files for the named people alone, with what only this mail brought; nobody else ever saw it', async () => {
  const [bartek, celina] = [await buildUser(test), await buildUser(test)]
  const { id } = await buildContractor(anna)
  const attachments = [{ name: 'Umowa.pdf', type: 'application/pdf', content: '%PDF-1.4 poufna' }]
  const source = buildMail({ subject: 'Tylko dla Bartka', attachments })

  const { body } = await anna.hand(source, `?contractorId=${id}&viewer=${bartek.id}`)

  const titles = async (actor: typeof anna) =>
    (await actor.get(`/api/contractors/${id}/timeline`)).body.items
      .map((one: { title: string }) => one.title)
      .toSorted()
  expect(await titles(anna)).toEqual(['Tylko dla Bartka', 'Umowa.pdf'])
  expect(await titles(bartek)).toEqual(['Tylko dla Bartka', 'Umowa.pdf'])
  expect(await titles(celina)).toEqual([])
  expect((await celina.get(`/api/items/${body.items[0].id}`)).status).toBe(404)
  const told = await test.asSuper.query('select count(*)::int as n from notification where user_id = $1', [celina.id])
  expect(told.rows[0].n).toBe(0)
  expect((await anna.hand(source, `?contractorId=${id}&viewer=${crypto.randomUUID()}`)).status).toBe(400)
})
