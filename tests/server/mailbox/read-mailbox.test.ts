import { afterAll, beforeAll, expect, it } from 'vitest'
import { until } from '../../e2e/thunderbird/until.ts'
import { openTestHouse } from '../../support/house.ts'
import { buildMail } from '../../support/mail.ts'
import { buildContractor, buildUser } from '../../support/people.ts'
import { describeWithDovecot, type MailServer, openMailServer } from './mail-server.ts'
import { addMailbox, healthOf, idsOf, numbered, untilHealth, useDoors } from './reading.ts'
import { storedFrom } from './stored.ts'

const test = await openTestHouse()
const anna = await buildUser(test)
const bartek = await buildUser(test)
const reading = useDoors(test)

describeWithDovecot('a mailbox on a real server', () => {
  let server: MailServer
  beforeAll(async () => {
    server = await openMailServer()
  })
  afterAll(() => server.dispose())

  it('is read from its beginning, then shows new mail within seconds', async () => {
    await server.deliver('nowa', numbered(60, 'stara'))
    reading.start({ pace: { lookMs: 60_000 } })
    const mailbox = await addMailbox(anna, server.port, 'nowa')
    expect(mailbox).toMatchObject({ state: 'new', error: null, stored: 0, lag: null, user: 'nowa' })
    const added = performance.now()

    const live = await untilHealth(anna, mailbox.id, 'live', ({ state }) => state === 'live')

    expect(live).toMatchObject({ stored: 60, remaining: 0, error: null, failures: [], unfiledShare: 1 })
    expect(live.lag).toBeLessThan(5)
    expect(await storedFrom(test, mailbox.id)).toEqual(idsOf(60, 'stara'))
    expect(performance.now() - added).toBeLessThan(15_000)

    const sent = performance.now()
    await server.deliver('nowa', [buildMail({ messageId: '<zywa@klient.example>' })])
    await until('the new mail', async () => (await storedFrom(test, mailbox.id)).includes('zywa@klient.example'))
    expect(performance.now() - sent).toBeLessThan(5_000)
  })

  it('files sent mail as sent, and mail of a known contractor in his file, at the time when it came', async () => {
    const contractor = await buildContractor(anna, { addresses: ['zofia@znany.example'] })
    const came = new Date('2026-02-03T10:00:00Z')
    const mailbox = await addMailbox(anna, server.port, 'dwukierunkowa')
    const from = buildMail({
      from: 'zofia@znany.example',
      to: anna.email,
      subject: 'Pytanie',
      date: new Date('2031-01-01'),
    })
    const to = buildMail({ from: anna.email, to: 'zofia@znany.example', subject: 'Odpowiedź', date: came })
    await server.deliver('dwukierunkowa', [from], { date: came })
    await server.deliver('dwukierunkowa', [to], { folder: 'Sent', date: came })
    reading.start()

    await untilHealth(anna, mailbox.id, 'live with both', ({ state, stored }) => state === 'live' && stored === 2)

    const { items } = (await anna.get(`/api/contractors/${contractor.id}/timeline`)).body
    expect(items.map((item: { kind: string; title: string }) => [item.kind, item.title]).toSorted()).toEqual([
      ['mail-in', 'Pytanie'],
      ['mail-out', 'Odpowiedź'],
    ])
    expect(items.map((item: { occurredAt: string }) => item.occurredAt)).toEqual([
      came.toISOString(),
      came.toISOString(),
    ])
    expect(await healthOf(anna, mailbox.id)).toMatchObject({ unfiledShare: 0 })
  })

  it('takes nothing from before its day, and only from the folders that were named', async () => {
    await server.deliver('wybrana', numbered(1, 'dawna'), { date: new Date('2025-12-30T12:00:00Z') })
    await server.deliver('wybrana', numbered(1, 'nowsza'), { date: new Date('2026-01-03T12:00:00Z') })
    await server.deliver('wybrana', numbered(1, 'archiwalna'), { folder: 'Archive' })
    await server.deliver('wybrana', numbered(1, 'szkic'), { folder: 'Drafts' })
    const mailbox = await addMailbox(anna, server.port, 'wybrana', {
      since: '2026-01-01',
      folders: ['inbox', 'Archive'],
    })
    reading.start()

    await untilHealth(anna, mailbox.id, 'live', ({ state }) => state === 'live')

    expect(await storedFrom(test, mailbox.id)).toEqual(['archiwalna-0@klient.example', 'nowsza-0@klient.example'])
  })

  it('says which folder is missing, and reads the others', async () => {
    await server.deliver('brak', numbered(1, 'brak'))
    const some = await addMailbox(anna, server.port, 'brak', { folders: ['INBOX', 'Nie ma "takiego" {5}'] })
    const none = await addMailbox(anna, server.port, 'brak-2', { folders: ['Nie ma'] })
    reading.start()

    await untilHealth(anna, some.id, 'live', ({ state, error }) => state === 'live' && error === 'folder-missing')
    await untilHealth(anna, none.id, 'in error', ({ state, error }) => state === 'error' && error === 'folder-missing')

    expect(await storedFrom(test, some.id)).toEqual(['brak-0@klient.example'])
  })

  it('leaves mail unread as it was', async () => {
    await server.deliver('nieczytana', numbered(2, 'nieczytana'))
    const mailbox = await addMailbox(anna, server.port, 'nieczytana')
    reading.start()
    await untilHealth(anna, mailbox.id, 'live', ({ state }) => state === 'live')

    expect(await server.unseen('nieczytana')).toBe(2)
  })

  it('belongs to its owner: another user sees neither the mailbox nor its mail', async () => {
    await server.deliver('prywatna', numbered(2, 'prywatna'))
    const mailbox = await addMailbox(bartek, server.port, 'prywatna')
    const celina = await buildUser(test)
    reading.start()
    await untilHealth(bartek, mailbox.id, 'live', ({ state }) => state === 'live')

    const triage = async (actor: typeof anna) => (await actor.get('/api/triage')).body.items.length
    expect((await celina.get('/api/mailboxes')).body.items).toEqual([])
    expect((await celina.post(`/api/mailboxes/${mailbox.id}/sync`)).status).toBe(404)
    expect((await celina.remove(`/api/mailboxes/${mailbox.id}`)).status).toBe(404)
    expect([await triage(bartek), await triage(celina)]).toEqual([2, 0])
    // The administrator keeps mailboxes, and reads none of their mail.
    expect(await healthOf(anna, mailbox.id)).toMatchObject({ stored: 2, unfiledShare: 1, ownerId: bartek.id })
    const { rows } = await test.asSuper.query(`select id from message where message_id like 'prywatna-%'`)
    for (const actor of [anna, celina]) {
      const seen = await test.house.database.work(actor.id, tx =>
        tx.sql('select 1 from message where id = any($1)', [rows.map(row => row.id)]),
      )
      expect(seen).toEqual([])
    }
  })

  it('is left at once when it is removed; what was stored stays', async () => {
    await server.deliver('zbedna', numbered(1, 'zbedna'))
    const mailbox = await addMailbox(bartek, server.port, 'zbedna')
    reading.start()
    await untilHealth(bartek, mailbox.id, 'live', ({ state }) => state === 'live')

    expect((await bartek.remove(`/api/mailboxes/${mailbox.id}`)).status).toBe(204)
    await server.deliver('zbedna', numbered(1, 'spozniona'))
    await new Promise(resolve => setTimeout(resolve, 1_500))

    expect(await storedFrom(test, mailbox.id)).toEqual(['zbedna-0@klient.example'])
    expect((await bartek.get('/api/mailboxes')).body.items).toEqual([])
  })
})
