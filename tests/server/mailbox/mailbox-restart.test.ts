import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { until } from '../../e2e/thunderbird/until.ts'
import { openTestHouse } from '../../support/house.ts'
import { buildMail } from '../../support/mail.ts'
import { buildUser } from '../../support/people.ts'
import { describeWithDovecot, type MailServer, openMailServer } from './mail-server.ts'
import { addMailbox, databaseUrlOf, healthOf, idsOf, numbered, untilHealth, useDoors } from './reading.ts'
import { countsOf, storedFrom } from './stored.ts'

const test = await openTestHouse()
const anna = await buildUser(test)
const reading = useDoors(test)

describeWithDovecot('a mailbox whose reading is interrupted', () => {
  let server: MailServer
  beforeAll(async () => {
    server = await openMailServer()
  })
  afterAll(async () => {
    await server.dispose()
  })

  it('goes on where it was when it is stopped in the middle', async () => {
    await server.deliver('wznawiana', numbered(150, 'wznawiana'))
    const mailbox = await addMailbox(anna, server.port, 'wznawiana')
    const first = reading.start()
    await untilHealth(anna, mailbox.id, 'begun', ({ stored }) => stored >= 25)
    await first.stop()
    const stoppedAt = (await healthOf(anna, mailbox.id)).stored
    expect(stoppedAt).toBeLessThan(150)
    expect((await storedFrom(test, mailbox.id)).length).toBe(stoppedAt)

    reading.start()
    await untilHealth(anna, mailbox.id, 'live', ({ state }) => state === 'live')

    expect(await healthOf(anna, mailbox.id)).toMatchObject({ stored: 150, failures: [] })
    expect(await storedFrom(test, mailbox.id)).toEqual(idsOf(150, 'wznawiana'))
    expect(await countsOf(test, 'wznawiana')).toEqual({ messages: 150, mails: 150, copies: 150 })
  })

  it('loses and doubles nothing when its process is killed, five times', { timeout: 120_000 }, async () => {
    await server.deliver('zabijana', numbered(300, 'zabijana'))
    const mailbox = await addMailbox(anna, server.port, 'zabijana')
    const child = () =>
      spawn(
        process.execPath,
        [fileURLToPath(import.meta.resolve('./door-process.ts')), databaseUrlOf(test), test.house.config.dataFolder],
        { stdio: 'ignore' },
      )
    const killedAt = []
    for (let kill = 1; kill <= 5; kill += 1) {
      const reader = child()
      const before = (await storedFrom(test, mailbox.id)).length
      await until('some progress', async () => (await storedFrom(test, mailbox.id)).length > before + 7 * kill)
      reader.kill('SIGKILL')
      await once(reader, 'exit')
      killedAt.push((await storedFrom(test, mailbox.id)).length)
    }
    expect(killedAt[0]).toBeLessThan(300)

    reading.start()
    await untilHealth(anna, mailbox.id, 'live', ({ state }) => state === 'live')

    expect(await storedFrom(test, mailbox.id)).toEqual(idsOf(300, 'zabijana'))
    expect(await countsOf(test, 'zabijana')).toEqual({ messages: 300, mails: 300, copies: 300 })
  })

  it('reads everything again when the UIDs are new, and stores nothing twice', async () => {
    await server.deliver('zapominalska', numbered(20, 'zapominalska'))
    const mailbox = await addMailbox(anna, server.port, 'zapominalska')
    const first = reading.start()
    await untilHealth(anna, mailbox.id, 'live', ({ state }) => state === 'live')
    await first.stop()
    const validity = async () =>
      (
        await test.asSuper.query(`select uid_validity from mailbox_state where mailbox_id = $1 and folder = 'INBOX'`, [
          mailbox.id,
        ])
      ).rows[0].uid_validity
    const before = await validity()

    await server.end()
    await server.forgetUids('zapominalska')
    await wait(1_100)
    await server.start()
    await server.deliver('zapominalska', [buildMail({ messageId: '<potem@klient.example>' })])
    reading.start()
    await until('the new mail', async () => (await storedFrom(test, mailbox.id)).includes('potem@klient.example'))
    await untilHealth(anna, mailbox.id, 'live', ({ stored }) => stored === 21)

    expect(await validity()).not.toBe(before)
    expect(await countsOf(test, 'zapominalska')).toEqual({ messages: 20, mails: 20, copies: 20 })
  })

  it('reads everything again when the server counts from further back than we read', async () => {
    await server.deliver('cofnieta', numbered(3, 'cofnieta'))
    const mailbox = await addMailbox(anna, server.port, 'cofnieta')
    const first = reading.start()
    await untilHealth(anna, mailbox.id, 'live', ({ state }) => state === 'live')
    await first.stop()
    await test.asSuper.query('update mailbox_state set last_uid = 1000 where mailbox_id = $1', [mailbox.id])
    await server.deliver('cofnieta', [buildMail({ messageId: '<dalej@klient.example>' })])

    reading.start()

    await until('the new mail', async () => (await storedFrom(test, mailbox.id)).includes('dalej@klient.example'))
    expect(await countsOf(test, 'cofnieta')).toEqual({ messages: 3, mails: 3, copies: 3 })
  })

  it('goes on when the database threw it out', async () => {
    const mailbox = await addMailbox(anna, server.port, 'wyrzucona')
    reading.start({ pace: { rereadMs: 600_000 } })
    await untilHealth(anna, mailbox.id, 'live', ({ state }) => state === 'live')

    await test.asSuper.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and usename = 'lupa_app'`,
    )
    await server.deliver('wyrzucona', numbered(1, 'wyrzucona'))
    const later = await addMailbox(anna, server.port, 'pozniejsza')

    await untilHealth(anna, mailbox.id, 'live with it', ({ state, stored }) => state === 'live' && stored === 1)
    await untilHealth(anna, later.id, 'live', ({ state }) => state === 'live')
  })
})
