import { ImapFlow } from 'imapflow'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { until } from '../../e2e/thunderbird/until.ts'
import { openTestHouse } from '../../support/house.ts'
import { buildMail } from '../../support/mail.ts'
import { buildContractor, buildGroup, buildUser } from '../../support/people.ts'
import { type FaultProxy, openFaultProxy } from './fault-proxy.ts'
import { describeWithDovecot, type MailServer, openMailServer, PASSWORD } from './mail-server.ts'
import { addMailbox, healthOf, untilHealth, useDoors } from './reading.ts'
import { countsOf } from './stored.ts'

const test = await openTestHouse()
const admin = await buildUser(test)
const anna = await buildUser(test)
const bartek = await buildUser(test)
const reading = useDoors(test)
await buildContractor(admin, { addresses: ['@klient.example'] })

describeWithDovecot('the filed mark', () => {
  let server: MailServer
  let proxy: FaultProxy
  beforeAll(async () => {
    server = await openMailServer()
    proxy = await openFaultProxy(server.port)
  })
  afterAll(async () => {
    await proxy.close()
    await server.dispose()
  })

  /** The subjects of the marked mails of an account. */
  async function markedIn(user: string, folder = 'INBOX'): Promise<string[]> {
    const auth = { user, pass: PASSWORD }
    const client = new ImapFlow({ host: '127.0.0.1', port: server.port, secure: false, auth, logger: false })
    await client.connect()
    try {
      await client.mailboxOpen(folder, { readOnly: true })
      const found = await client.search({ keyword: '$LupaFiled' }, { uid: true })
      if (!found || found.length === 0) return []
      const mails = await client.fetchAll(found.join(','), { envelope: true }, { uid: true })
      return mails.map(mail => mail.envelope?.subject ?? '')
    } finally {
      await client.logout()
    }
  }
  const untilMarked = (user: string, subjects: string[]) =>
    until(`${user} to have marked ${subjects}`, async () => (await markedIn(user)).join() === subjects.join())

  const mail = (subject: string, from = 'jan@klient.example') =>
    buildMail({ subject, from, messageId: `<znak-${subject}@klient.example>`, to: 'biuro@nasza.example' })
  const itemOf = async (subject: string) =>
    (await test.asSuper.query('select i.id from item i where i.title = $1', [subject])).rows[0]?.id

  it('is set on mail that its owner sees filed, taken away when it is taken out, and brings nothing back as new', async () => {
    await server.deliver('znak', [mail('pierwsza'), mail('obca', 'ktos@nieznany.example')])
    const mailbox = await addMailbox(anna, server.port, 'znak', { marks: true })
    reading.start()

    await untilMarked('znak', ['pierwsza'])
    await server.deliver('znak', [mail('druga')])
    await untilMarked('znak', ['pierwsza', 'druga'])
    await anna.remove(`/api/items/${await itemOf('pierwsza')}`)
    await untilMarked('znak', ['druga'])

    expect(await healthOf(anna, mailbox.id)).toMatchObject({
      stored: 3,
      failures: [],
      markTrouble: null,
      state: 'live',
    })
    expect(await countsOf(test, 'znak')).toMatchObject({ messages: 3, copies: 3 })
    expect(await server.unseen('znak')).toBe(3)
  })

  it('goes from the mailbox of whoever may not see the mail any more, and stays in the others', async () => {
    const source = mail('poufna')
    await server.deliver('wspolna-anna', [source])
    await server.deliver('wspolna-bartek', [source])
    await addMailbox(anna, server.port, 'wspolna-anna', { marks: true })
    await addMailbox(bartek, server.port, 'wspolna-bartek', { marks: true })
    reading.start()
    await untilMarked('wspolna-anna', ['poufna'])
    await untilMarked('wspolna-bartek', ['poufna'])

    const group = await buildGroup(admin, [anna])
    await test.asSuper.query(
      `delete from item_grant g using item i where i.id = g.item_id and i.title = 'poufna' and g.principal_id = $1`,
      [bartek.id],
    )
    await anna.patch(`/api/items/${await itemOf('poufna')}`, { audience: { groups: [group.id] } })

    await untilMarked('wspolna-bartek', [])
    expect(await markedIn('wspolna-anna')).toEqual(['poufna'])
  })

  it('is put on all that lies filed when its owner wants marks, and taken from all when he does not', async () => {
    await server.deliver('pozniej', [mail('dawna'), mail('dawniejsza')])
    const mailbox = await addMailbox(anna, server.port, 'pozniej')
    reading.start()
    await untilHealth(anna, mailbox.id, 'live', ({ stored }) => stored === 2)
    expect(await markedIn('pozniej')).toEqual([])

    await anna.patch(`/api/mailboxes/${mailbox.id}`, { marks: true })
    await untilMarked('pozniej', ['dawna', 'dawniejsza'])
    await anna.patch(`/api/mailboxes/${mailbox.id}`, { marks: false })
    await untilMarked('pozniej', [])
  })

  it('follows a membership that ends without touching any item, at the hourly look', async () => {
    const group = await buildGroup(admin, [bartek, admin])
    await buildContractor(admin, { addresses: ['@zespol.example'], audience: { groups: [group.id] } })
    await server.deliver('zespol', [mail('zespolowa', 'jan@zespol.example')])
    const mailbox = await addMailbox(bartek, server.port, 'zespol', { marks: true })
    reading.start()
    await untilMarked('zespol', ['zespolowa'])

    await test.asSuper.query(`delete from item_grant where principal_id = $1`, [bartek.id])
    await test.asSuper.query('delete from group_member where group_id = $1 and member_id = $2', [group.id, bartek.id])
    await test.asSuper.query(`update mailbox set marks_checked_at = now() - interval '2 hours' where id = $1`, [
      mailbox.id,
    ])

    await untilMarked('zespol', [])
  })

  it('tells the owner when the server keeps no keywords, and reads on', async () => {
    await server.deliver('bez-znakow', [mail('nieznaczona')])
    proxy.rewrite = text => text.replace(/PERMANENTFLAGS \([^)]*\)/g, 'PERMANENTFLAGS (\\Seen \\Deleted)')
    const mailbox = await addMailbox(anna, proxy.port, 'bez-znakow', { marks: true })
    reading.start()

    await untilHealth(anna, mailbox.id, 'in mark trouble', ({ markTrouble }) => markTrouble === 'no-marks')
    await server.deliver('bez-znakow', [mail('nastepna')])
    await untilHealth(anna, mailbox.id, 'reading', ({ stored }) => stored === 2)

    expect(await markedIn('bez-znakow')).toEqual([])
    expect(proxy.heard).not.toContain('UID STORE')
    proxy.rewrite = null
  })

  it('is tried again when the connection breaks before the server has taken it', async () => {
    await server.deliver('ponowiona', [mail('ponawiana')])
    await addMailbox(anna, proxy.port, 'ponowiona', { marks: true })
    let broken = 0
    proxy.rewrite = text => {
      if (broken > 0 || !/FLAGS \([^)]*\$LupaFiled/.test(text)) return text
      broken += 1
      return '* BYE koniec\r\n'
    }
    reading.start()

    await untilMarked('ponowiona', ['ponawiana'])
    await until(
      'it to be settled',
      async () => (await test.asSuper.query('select 1 from filed_mark where due_at <= now()')).rowCount === 0,
    )
    proxy.rewrite = null
    expect(broken).toBe(1)
  })

  it('opens a folder for writing only when a mail in it is to be marked', async () => {
    await server.deliver('czytana', [mail('cudza', 'ktos@nieznany.example')])
    proxy.heard = ''
    const mailbox = await addMailbox(anna, proxy.port, 'czytana', { marks: true })
    reading.start()

    await untilHealth(anna, mailbox.id, 'live', ({ stored, state }) => stored === 1 && state === 'live')
    await server.deliver('czytana', [mail('cudza-druga', 'ktos@nieznany.example')])
    await untilHealth(anna, mailbox.id, 'reading', ({ stored }) => stored === 2)
    expect(proxy.heard).toContain(' EXAMINE ')
    expect(proxy.heard).not.toMatch(/ SELECT /)

    await server.deliver('czytana', [mail('swoja')])
    await untilMarked('czytana', ['swoja'])
    expect(proxy.heard.match(/ SELECT /g)).toHaveLength(1)
  })
})
