import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTestHouse } from '../../support/house.ts'
import { buildUser } from '../../support/people.ts'
import { type FaultProxy, openFaultProxy } from './fault-proxy.ts'
import { describeWithDovecot, type MailServer, openMailServer, PASSWORD } from './mail-server.ts'
import { addMailbox, healthOf, numbered, untilHealth, useDoors } from './reading.ts'
import { sourcesFrom } from './stored.ts'

const test = await openTestHouse()
const anna = await buildUser(test)
const reading = useDoors(test)

describeWithDovecot('a mailbox behind a bad network', () => {
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

  it('says that the server is away, and goes on by itself when it is back', async () => {
    const mailbox = await addMailbox(anna, server.port, 'cierpliwa')
    reading.start()
    await untilHealth(anna, mailbox.id, 'live', ({ state }) => state === 'live')

    await server.end()
    await untilHealth(anna, mailbox.id, 'in error', ({ state, error }) => state === 'error' && error === 'unreachable')
    await server.start()
    await server.deliver('cierpliwa', numbered(3, 'cierpliwa'))

    await untilHealth(anna, mailbox.id, 'live again', ({ state, stored }) => state === 'live' && stored === 3)
    expect(await healthOf(anna, mailbox.id)).toMatchObject({ error: null })
  })

  it('does not hammer with a wrong password, and never says it', async () => {
    const wrong = `zle-${PASSWORD}`
    const mailbox = await addMailbox(anna, proxy.port, 'bezklucza', { password: wrong })
    const before = proxy.made
    reading.start()

    const health = await untilHealth(anna, mailbox.id, 'in error', ({ state }) => state === 'error')
    await wait(3_000)

    expect(health.error).toBe('sign-in-refused')
    expect(proxy.made - before).toBe(1)
    expect(reading.log).toContainEqual(expect.objectContaining({ mailboxId: mailbox.id, trouble: 'sign-in-refused' }))
    expect(JSON.stringify(reading.log)).not.toContain(PASSWORD)
    expect(JSON.stringify(health)).not.toContain(PASSWORD)
  })

  it('looks at once when asked to', async () => {
    const mailbox = await addMailbox(anna, server.port, 'poproszona')
    reading.start({ pace: { lookMs: 600_000 } })
    await untilHealth(anna, mailbox.id, 'live', ({ state }) => state === 'live')
    await server.deliver('poproszona', numbered(1, 'wyslana'), { folder: 'Sent' })

    expect((await anna.post(`/api/mailboxes/${mailbox.id}/sync`)).status).toBe(202)

    await untilHealth(anna, mailbox.id, 'up to date', ({ stored }) => stored === 1)
  })

  it('is read by one process only', async () => {
    const before = proxy.open
    const mailbox = await addMailbox(anna, proxy.port, 'wspolna')
    const one = reading.start()
    reading.start()
    await untilHealth(anna, mailbox.id, 'live', ({ state }) => state === 'live')
    await wait(2_500)
    expect(proxy.open - before).toBe(1)

    await one.stop()
    await server.deliver('wspolna', numbered(1, 'wspolna'))

    await untilHealth(anna, mailbox.id, 'read by the other', ({ stored }) => stored === 1)
    expect(proxy.open - before).toBe(1)
  })

  it('never stores a truncated message: cut at seven places of a fetch, all arrives in the end', async () => {
    const sources = [...numbered(3, 'krotka'), ...numbered(2, 'dluga', 300_000), ...numbered(3, 'krotsza')]
    await server.deliver('cieta', sources)
    const mailbox = await addMailbox(anna, proxy.port, 'cieta')
    proxy.cuts = [1, 40, 700, 1_500, 100_000, 301_000, 600_000]
    reading.start()

    await untilHealth(anna, mailbox.id, 'live with all', ({ state, stored }) => state === 'live' && stored === 8)

    expect(proxy.cuts).toEqual([])
    expect(await sourcesFrom(test, mailbox.id)).toEqual(
      sources.toSorted((one, other) => (idIn(one) < idIn(other) ? -1 : 1)),
    )
    expect((await healthOf(anna, mailbox.id)).failures).toEqual([])
  })
})

function idIn(source: string): string {
  return /Message-ID: <(.*?)>/.exec(source)?.[1] ?? ''
}
