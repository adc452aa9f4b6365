import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTestHouse } from '../../support/house.ts'
import { buildMail } from '../../support/mail.ts'
import { buildContractor, buildUser } from '../../support/people.ts'
import { describeWithDovecot, type MailServer, openMailServer, PASSWORD } from './mail-server.ts'

const test = await openTestHouse()
const anna = await buildUser(test, { email: 'anna@nasza.example' })
const bartek = await buildUser(test)
await buildContractor(anna, { addresses: ['@klient.example'] })
await buildContractor(anna, { addresses: ['@tajny.example'], audience: { users: [] } })

describeWithDovecot('the preview of a mailbox', () => {
  let server: MailServer
  beforeAll(async () => {
    server = await openMailServer()
    const from = (address: string, more: object = {}) =>
      buildMail({ from: address, to: 'anna@nasza.example', date: new Date(), ...more })
    await server.deliver('anna', [
      from('jan@klient.example'),
      from('ewa@klient.example'),
      from('x@tajny.example'),
      from('nikt@obcy.example'),
      from('nikt@obcy.example', { subject: 'Drugi' }),
      from('lista@gazetka.example', { headers: ['List-Id: <gazetka.example>', 'Precedence: bulk'] }),
    ])
    await server.deliver('anna', [from('dawny@klient.example')], { date: new Date('2020-01-01') })
  })
  afterAll(() => server.dispose())
  const body = (more: object = {}) => ({
    host: '127.0.0.1',
    port: server.port,
    tls: false,
    user: 'anna',
    password: PASSWORD,
    since: '2026-01-01',
    ...more,
  })
  const stored = async () =>
    (await test.asSuper.query('select (select count(*) from message) + (select count(*) from mailbox) as n')).rows[0].n

  it('counts what would become of its mail, and stores nothing', async () => {
    const before = await stored()

    const { status, body: seen } = await anna.post('/api/mailboxes/preview', body())

    expect(status).toBe(200)
    expect(seen).toEqual({ trouble: null, total: 6, lookedAt: 6, files: 3, waits: 2, leftOut: 1, unknownSenders: 1 })
    expect(await stored()).toBe(before)
  })

  it('tells nothing of contractors whom the one who asks does not see', async () => {
    const { body: seen } = await bartek.post('/api/mailboxes/preview', body())

    expect(seen).toMatchObject({ files: 2, waits: 3, unknownSenders: 2 })
  })

  it('says what stood in the way', async () => {
    const wrong = await anna.post('/api/mailboxes/preview', body({ password: 'inne' }))

    expect(wrong.body).toMatchObject({ trouble: 'sign-in-refused', total: 0 })
  })
})

it('speaks to no other machine in the clear', async () => {
  const login = { host: 'imap.obcy.example', port: 143, tls: false, user: 'a', password: 'b', since: '2026-01-01' }

  expect((await anna.post('/api/mailboxes/preview', login)).status).toBe(400)
})
