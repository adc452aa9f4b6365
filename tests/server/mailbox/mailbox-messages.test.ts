import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTestHouse } from '../../support/house.ts'
import { buildUser } from '../../support/people.ts'
import { type FaultProxy, openFaultProxy } from './fault-proxy.ts'
import { describeWithDovecot, type MailServer, openMailServer, PASSWORD } from './mail-server.ts'
import { addMailbox, numbered, untilHealth, useDoors } from './reading.ts'
import { sourcesFrom, storedFrom } from './stored.ts'

const test = await openTestHouse()
const anna = await buildUser(test)
const reading = useDoors(test)

describeWithDovecot('a message that does not come as it should', () => {
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

  it('never stores what a server gives short, and takes it when it comes whole', async () => {
    const [source = ''] = numbered(1, 'skrocona')
    await server.deliver('skrocona', [source])
    const mailbox = await addMailbox(anna, proxy.port, 'skrocona')
    let shortened = 0
    proxy.rewrite = text =>
      text.replace(/BODY\[\] \{(\d+)\}\r\n([\s\S]+)\)\r\n/, (_all, size, body) => {
        shortened += 1
        return `BODY[] {${Number(size) - 20}}\r\n${body.slice(0, -20)})\r\n`
      })
    reading.start()

    const failing = await untilHealth(anna, mailbox.id, 'failing', ({ failures }) => failures[0]?.tries === 3)
    expect(failing).toMatchObject({ stored: 0, failures: [{ folder: 'INBOX', reason: 'truncated', uid: 1 }] })
    expect(shortened).toBeGreaterThanOrEqual(3)
    expect(await storedFrom(test, mailbox.id)).toEqual([])

    proxy.rewrite = null
    await anna.post(`/api/mailboxes/${mailbox.id}/sync`)
    await untilHealth(anna, mailbox.id, 'whole', ({ stored, failures }) => stored === 1 && failures.length === 0)
    expect(await sourcesFrom(test, mailbox.id)).toEqual([source])
  })

  it('takes a whole message from a server that only guesses sizes', async () => {
    const [source = ''] = numbered(1, 'szacowana')
    await server.deliver('szacowana', [source])
    const mailbox = await addMailbox(anna, proxy.port, 'szacowana')
    proxy.rewrite = text => text.replace(/RFC822\.SIZE (\d+)/g, (_all, size) => `RFC822.SIZE ${Number(size) + 7}`)
    reading.start()

    await untilHealth(anna, mailbox.id, 'live', ({ state }) => state === 'live')
    proxy.rewrite = null

    expect(await sourcesFrom(test, mailbox.id)).toEqual([source])
  })

  it('passes over a message that is removed while it is fetched', async () => {
    await server.deliver('usuwana', numbered(3, 'usuwana'))
    const mailbox = await addMailbox(anna, proxy.port, 'usuwana')
    proxy.beforeFetch = () => server.expunge('usuwana', 2)
    reading.start()

    const health = await untilHealth(anna, mailbox.id, 'live', ({ state }) => state === 'live')

    expect(await storedFrom(test, mailbox.id)).toEqual(['usuwana-0@klient.example', 'usuwana-2@klient.example'])
    expect(health.failures).toEqual([])
  })

  it('tries a poisonous message three times and lets it hold up nobody', async () => {
    const poison = 'TRUCIZNA'
    const mails = numbered(5, 'zatruta').map((mail, index) => (index === 1 ? `${mail}${poison}\r\n` : mail))
    await server.deliver('zatruta', mails)
    const mailbox = await addMailbox(anna, server.port, 'zatruta')
    let tries = 0
    const blobs = {
      ...test.house.blobs,
      put: async (bytes: Uint8Array) => {
        if (!Buffer.from(bytes).includes(poison)) return test.house.blobs.put(bytes)
        tries += 1
        throw new Error(`cannot take ${PASSWORD}`)
      },
    }
    const poisoned = reading.start({ house: { blobs } })

    const health = await untilHealth(anna, mailbox.id, 'given up on one', ({ failures }) => failures[0]?.tries === 3)
    await wait(1_500)

    expect(tries).toBe(3)
    expect(health).toMatchObject({ state: 'live', stored: 4, failures: [{ reason: 'not-processable', uid: 2 }] })
    expect(JSON.stringify(reading.log)).not.toContain(PASSWORD)

    await poisoned.stop()
    reading.start()
    await anna.post(`/api/mailboxes/${mailbox.id}/sync`)
    await untilHealth(anna, mailbox.id, 'whole', ({ stored, failures }) => stored === 5 && failures.length === 0)
  })

  it('keeps its cursor while the disk is full, and blames no message for it', async () => {
    await server.deliver('pelna', numbered(3, 'pelna'))
    const mailbox = await addMailbox(anna, server.port, 'pelna')
    const disk = { isFull: true as boolean }
    const blobs = {
      ...test.house.blobs,
      put: async (bytes: Uint8Array) => {
        if (disk.isFull) throw Object.assign(new Error('no space'), { code: 'ENOSPC' })
        return test.house.blobs.put(bytes)
      },
    }
    reading.start({ house: { blobs } })

    const full = await untilHealth(anna, mailbox.id, 'in error', ({ state }) => state === 'error')
    expect(full).toMatchObject({ error: 'storage', stored: 0, failures: [] })
    disk.isFull = false

    await untilHealth(anna, mailbox.id, 'live', ({ state, stored }) => state === 'live' && stored === 3)
  })
})
