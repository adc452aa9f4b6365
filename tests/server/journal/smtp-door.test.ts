import { afterEach, expect, it, vi } from 'vitest'
import { type Journal, startJournal } from '../../../server/journal/start-journal.ts'
import { Refusal } from '../../../server/refusal.ts'
import { openTestHouse } from '../../support/house.ts'
import { buildMail } from '../../support/mail.ts'
import { buildUser } from '../../support/people.ts'
import { buildJournalAddress, dial, openTestDoor, sendMail, untilRead } from '../../support/smtp-door.ts'

const test = await openTestHouse()
await buildUser(test)
const anna = await buildUser(test)
const address = await buildJournalAddress(anna)
const to = `${address.localPart}@lupa.nasza.example`
const opened: Journal[] = []

afterEach(async () => {
  for (const door of opened.splice(0)) await door.stop()
  await test.asSuper.query('delete from journal_arrival; truncate message cascade')
})

async function open(...[environment, options]: [Record<string, string>?, Parameters<typeof openTestDoor>[2]?]) {
  const door = await openTestDoor(test, environment, options)
  opened.push(door)
  return door
}
const copies = async () =>
  (
    await test.asSuper.query(
      'select m.message_id, c.owner_id, c.source_hash, c.door from message_copy c join message m on m.id = c.message_id order by 1',
    )
  ).rows
const arrivals = async () => (await test.asSuper.query('select source_hash from journal_arrival')).rows

it('takes a blind copy: durable before the answer, then its owner’s', async () => {
  const { port } = await open()
  const source = buildMail({ messageId: '<jeden@klient.example>' })

  expect(await sendMail(port, to, source)).toMatch(/^250 2\.0\.0/)
  await untilRead(test)

  const [copy, ...more] = await copies()
  expect(more).toEqual([])
  expect(copy).toMatchObject({ message_id: 'jeden@klient.example', owner_id: anna.id, door: 'journal' })
  expect(Buffer.from(await test.house.blobs.read(copy.source_hash)).toString()).toBe(source)
  expect((await anna.get('/api/journal-addresses')).body.items[0].lastReceivedAt).not.toBeNull()
})

it('has the arrival on disk and committed when it says 250, before anything is read', async () => {
  let go = () => {}
  const gate = new Promise<void>(resolve => {
    go = resolve
  })
  const read = (hash: string) => gate.then(() => test.house.blobs.read(hash))
  const { port } = await open({}, { house: { blobs: { ...test.house.blobs, read } } })
  const source = buildMail()

  await sendMail(port, to, source)

  const [arrival] = await arrivals()
  go()
  expect(Buffer.from(await test.house.blobs.read(arrival.source_hash)).toString()).toBe(source)
})

it('goes on after a restart with what was acknowledged and not read, also when the door is off by then', async () => {
  const hash = await test.house.blobs.put(Buffer.from(buildMail({ messageId: '<po-restarcie@klient.example>' })))
  await test.asSuper.query(`insert into journal_arrival (source_hash, size, recipients) values ($1, 10, $2)`, [
    hash,
    JSON.stringify([{ id: address.id, tag: null }]),
  ])

  const journal = await startJournal({ ...test.house }, { log: { warn: () => {} } })
  opened.push(journal)
  await untilRead(test)

  expect(journal.port).toBeNull()
  expect(await copies()).toMatchObject([{ message_id: 'po-restarcie@klient.example', owner_id: anna.id }])
})

it.each([
  ['nobody@lupa.nasza.example'],
  [`${'a'.repeat(26)}@lupa.nasza.example`],
  [`${'b'.repeat(26)}+2026-0001@lupa.nasza.example`],
  ['xPLACE@lupa.nasza.example'],
])('refuses the unknown recipient %s with one constant sentence', async recipient => {
  const { port } = await open()
  const refusal = await sendMail(port, recipient.replace('PLACE', address.localPart), buildMail()).catch(error => error)
  expect(refusal).toMatchObject({ responseCode: 550 })
  expect(refusal.response).toBe('550 5.1.1 There is no such recipient here')
})

it('refuses an address that was closed, and that of a colleague who has left, like an unknown one', async () => {
  const { port } = await open()
  const celina = await buildUser(test)
  const hers = await buildJournalAddress(celina)
  await celina.patch(`/api/journal-addresses/${hers.id}`, { enabled: false })
  const closed = await sendMail(port, `${hers.localPart}@x.example`, buildMail()).catch(error => error.response)
  await celina.patch(`/api/journal-addresses/${hers.id}`, { enabled: true })
  const again = await sendMail(port, `${hers.localPart.toUpperCase()}@x.example`, buildMail())
  await test.asSuper.query('update app_user set disabled_at = now() where id = $1', [celina.id])
  const left = await sendMail(port, `${hers.localPart}@x.example`, buildMail()).catch(error => error.response)

  expect([closed, left]).toEqual(Array(2).fill('550 5.1.1 There is no such recipient here'))
  expect(again).toMatch(/^250/)
})

it('takes the good recipients of a mail and refuses the others', async () => {
  const { port } = await open()
  const client = await dial(port)
  await client.line()
  await client.say('EHLO serwer.example')
  await client.say('MAIL FROM:<>')

  expect(await client.say('RCPT TO:<ktos@lupa.nasza.example>')).toMatch(/^550/)
  expect(await client.say(`RCPT TO:<${to}>`)).toMatch(/^250/)
  expect(await client.say('DATA')).toMatch(/^354/)
  expect(await client.say(`${buildMail()}\r\n.`)).toMatch(/^250/)
  client.drop()
})

it('takes nothing from a network that is not allowed', async () => {
  const { port } = await open({ LUPA_SMTP_NETWORKS: '10.0.0.0/8, 2001:db8::/32' })
  const client = await dial(port)
  expect(await client.line()).toBe('554 5.7.1 Mail is not taken from this network')
  client.drop()
})

it('takes mail from an allowed network only, IPv4 and IPv6 alike', async () => {
  const { port } = await open({ LUPA_SMTP_NETWORKS: '127.0.0.1' })
  expect(await sendMail(port, to, buildMail())).toMatch(/^250/)
})

it('answers 552 to a message that is too long, announced or not, and stores nothing', async () => {
  const { port } = await open({}, { limits: { longest: 5_000, idleMs: 5_000, messageMs: 10_000 } })
  const client = await dial(port)
  await client.line()
  await client.say('EHLO serwer.example')

  expect(await client.say('MAIL FROM:<a@b.example> SIZE=6000')).toMatch(/^552/)
  await client.say('MAIL FROM:<a@b.example>')
  await client.say(`RCPT TO:<${to}>`)
  await client.say('DATA')
  expect(await client.say(`${buildMail({ text: 'x'.repeat(70).concat('\r\n').repeat(200) })}\r\n.`)).toMatch(/^552/)
  expect(await client.say('NOOP')).toMatch(/^250/)
  expect(await arrivals()).toEqual([])
  client.drop()
})

it('takes commands that come in one piece', async () => {
  const { port } = await open()
  const client = await dial(port)
  await client.line()
  await client.say('EHLO serwer.example')
  const one = buildMail({ messageId: '<rura-1@klient.example>' })
  const two = buildMail({ messageId: '<rura-2@klient.example>' })

  client.write(`MAIL FROM:<a@b.example>\r\nRCPT TO:<${to}>\r\nDATA\r\n`)
  expect([await client.line(), await client.line(), await client.line()]).toEqual([
    expect.stringMatching(/^250/),
    expect.stringMatching(/^250/),
    expect.stringMatching(/^354/),
  ])
  client.write(`${one}\r\n.\r\nMAIL FROM:<a@b.example>\r\nRCPT TO:<${to}>\r\nDATA\r\n`)
  for (const code of [250, 250, 250, 354]) expect(await client.line()).toMatch(new RegExp(`^${code}`))
  client.write(`${two}\r\n.\r\nQUIT\r\n`)
  for (const code of [250, 221]) expect(await client.line()).toMatch(new RegExp(`^${code}`))
  await untilRead(test)

  expect((await copies()).map(copy => copy.message_id)).toEqual(['rura-1@klient.example', 'rura-2@klient.example'])
})

it('stores nothing of a mail whose sender is gone in the middle of it', async () => {
  const kept: string[] = []
  const blobs = {
    ...test.house.blobs,
    putStream: async (chunks: AsyncIterable<Uint8Array>) => {
      const done = await test.house.blobs.putStream(chunks).catch(error => {
        kept.push('gone')
        throw error
      })
      kept.push('kept')
      return done
    },
  }
  const { port } = await open({}, { house: { blobs } })
  const client = await dial(port)
  await client.line()
  await client.say('EHLO serwer.example')
  await client.say('MAIL FROM:<a@b.example>')
  await client.say(`RCPT TO:<${to}>`)
  await client.say('DATA')

  client.write(buildMail({ text: 'połowa '.repeat(20_000) }))
  client.drop()

  await vi.waitFor(() => expect(kept).toEqual(['gone']), 10_000)
  expect(await arrivals()).toEqual([])
})

it('sends a slow sender away', async () => {
  const { port } = await open({}, { limits: { longest: 5_000, idleMs: 5_000, messageMs: 150 } })
  const client = await dial(port)
  await client.line()
  await client.say('EHLO serwer.example')
  await client.say('MAIL FROM:<a@b.example>')
  await client.say(`RCPT TO:<${to}>`)
  await client.say('DATA')
  const drip = setInterval(() => client.write('x'), 20)

  expect(await client.line()).toBe('421 4.4.2 The message took too long')
  clearInterval(drip)
  client.drop()
  expect(await arrivals()).toEqual([])
})

it('closes a connection that says nothing', async () => {
  const { port } = await open({}, { limits: { longest: 5_000, idleMs: 150, messageMs: 5_000 } })
  const client = await dial(port)
  await client.line()
  expect(await client.line()).toMatch(/^421/)
  await vi.waitFor(() => expect(client.isOver()).toBe(true), 10_000)
})

it('stores one message when the sender repeats it because he never heard the 250', async () => {
  const { port } = await open()
  const source = buildMail({ messageId: '<powtorka@klient.example>' })
  const client = await dial(port)
  await client.line()
  await client.say('EHLO serwer.example')
  await client.say('MAIL FROM:<a@b.example>')
  await client.say(`RCPT TO:<${to}>`)
  await client.say('DATA')
  client.write(`${source}\r\n.\r\n`)
  await vi.waitFor(async () => expect((await arrivals()).length + (await copies()).length).toBeGreaterThan(0), 10_000)
  client.drop()

  await sendMail(port, to, `${source}\r\n`)
  await untilRead(test)

  expect(await copies()).toMatchObject([{ message_id: 'powtorka@klient.example', owner_id: anna.id }])
})

it('answers 452 on a full disk, and takes the same mail when there is room', async () => {
  const disk = { isFull: true }
  const blobs = {
    ...test.house.blobs,
    putStream: async (chunks: AsyncIterable<Uint8Array>) => {
      // Full in the middle of it: the first bytes were written.
      if (disk.isFull) for await (const _chunk of chunks) throw new Refusal('storage-full')
      return test.house.blobs.putStream(chunks)
    },
  }
  const { port } = await open({}, { house: { blobs } })
  const source = buildMail({ text: 'dużo '.repeat(50_000) })

  const refusal = await sendMail(port, to, source).catch(error => error)
  expect(refusal).toMatchObject({ responseCode: 452 })
  expect(refusal.response).toContain('4.3.1')
  expect(await arrivals()).toEqual([])
  disk.isFull = false
  expect(await sendMail(port, to, source)).toMatch(/^250/)
})

it('answers 451 while the database is in trouble', async () => {
  const server = { isDown: false }
  const down = () => Promise.reject(Object.assign(new Error('down'), { code: 'ECONNREFUSED' }))
  const database = {
    ...test.house.database,
    work: ((user, act) =>
      server.isDown ? down() : test.house.database.work(user, act)) as typeof test.house.database.work,
  }
  const jobs = {
    ...test.jobs,
    call: ((text, parameters) => (server.isDown ? down() : test.jobs.call(text, parameters))) as typeof test.jobs.call,
  }
  const { port } = await open({}, { house: { database, jobs } })
  server.isDown = true
  const refusal = await sendMail(port, to, buildMail()).catch(error => error)
  server.isDown = false

  expect(refusal).toMatchObject({ responseCode: 451 })
  expect(await sendMail(port, to, buildMail())).toMatch(/^250/)
})

it('answers 452 while too much is waiting to be read, and takes mail again afterwards', async () => {
  let go = () => {}
  const gate = new Promise<void>(resolve => {
    go = resolve
  })
  const blobs = {
    ...test.house.blobs,
    read: async (hash: string) => {
      await gate
      return test.house.blobs.read(hash)
    },
  }
  const { port } = await open({}, { house: { blobs }, waiting: { messages: 2, bytes: 1e9 } })
  await sendMail(port, to, buildMail())
  await sendMail(port, to, buildMail())

  expect(await sendMail(port, to, buildMail()).catch(error => error.responseCode)).toBe(452)
  go()
  await untilRead(test)
  await vi.waitFor(async () => expect(await sendMail(port, to, buildMail())).toMatch(/^250/), 10_000)
})

it('tries again what could not be read, and lets nothing else wait for it', async () => {
  let fails = 2
  const blobs = {
    ...test.house.blobs,
    read: async (hash: string) => {
      const source = await test.house.blobs.read(hash)
      if (Buffer.from(source).includes('uparty') && fails-- > 0) throw new Error('not now')
      return source
    },
  }
  const { port } = await open({}, { house: { blobs } })
  await sendMail(port, to, buildMail({ messageId: '<uparty@klient.example>' }))
  await sendMail(port, to, buildMail({ messageId: '<zwykly@klient.example>' }))
  await untilRead(test)

  expect((await copies()).map(copy => copy.message_id)).toEqual(['uparty@klient.example', 'zwykly@klient.example'])
})

it('stores all of fifty mails that come at once', async () => {
  const { port } = await open()
  const names = Array.from({ length: 50 }, (_, index) => `fala-${String(index).padStart(2, '0')}@klient.example`)

  const replies = await Promise.all(names.map(name => sendMail(port, to, buildMail({ messageId: `<${name}>` }))))
  await untilRead(test)

  expect(replies.filter(reply => reply.startsWith('250'))).toHaveLength(50)
  expect((await copies()).map(copy => copy.message_id)).toEqual(names)
})

it('finishes what is coming when it is stopped, and sends the others away', async () => {
  const door = await open()
  const busy = await dial(door.port)
  const idle = await dial(door.port)
  for (const client of [busy, idle]) {
    await client.line()
    await client.say('EHLO serwer.example')
  }
  await busy.say('MAIL FROM:<a@b.example>')
  await busy.say(`RCPT TO:<${to}>`)
  await busy.say('DATA')

  const stopped = door.stop()
  expect(await idle.line()).toMatch(/^421/)
  expect(await busy.say(`${buildMail({ messageId: '<ostatni@klient.example>' })}\r\n.`)).toMatch(/^250/)
  expect(await busy.line()).toMatch(/^421/)
  await stopped

  const kept = (await arrivals()).length + (await copies()).length
  expect(kept).toBe(1)
})
