import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openFileBlobs } from '../../../server/storage/blob-store.ts'
import { randomFrom } from '../../bench/plan.ts'
import { say } from '../../run/steps.ts'
import { GraphDouble } from '../../server/graph/graph-double.ts'
import { describeWithDovecot, type MailServer, openMailServer, PASSWORD } from '../../server/mailbox/mail-server.ts'
import { administrator } from '../../support/live-server.ts'
import { buildMail } from '../../support/mail.ts'
import { sendMail } from '../../support/smtp-door.ts'
import { until } from '../thunderbird/until.ts'
import { type KillableServer, openKillableServer } from './killable-server.ts'
import { type Acknowledged, audit, type DoorName, hashOfSource } from './ledger.ts'
import { openSender, type Sender } from './sender.ts'
import { openVisitors } from './visitor.ts'

const KILLS = Number(process.env.LUPA_TEST_KILLS ?? 50)
const seed = Number(process.env.LUPA_TEST_SEED ?? Date.now() % 1_000_000)
const random = randomFrom(seed)
const WRITERS = 8
const owners = [administrator.email, 'anna@nasza.example']
const tenantMailbox = 'anna@firma.example'

describeWithDovecot(`mail through every door while the server is killed ${KILLS} times (seed ${seed})`, () => {
  let server: KillableServer
  let dovecot: MailServer
  const double = new GraphDouble()
  const ledger: Acknowledged[] = []
  const senders: Sender[] = []
  let secret = ''

  beforeAll(async () => {
    dovecot = await openMailServer()
    const graph = await double.listen()
    server = await openKillableServer({ LUPA_MICROSOFT_LOGIN_URL: graph, LUPA_MICROSOFT_GRAPH_URL: graph })
    await server.start()
    senders.push(...(await openCompany(server, dovecot)))
    const address = await senders[0]?.post('/api/journal-addresses', { kind: 'bcc', label: 'Kopie' })
    secret = address?.localPart ?? ''
  }, 120_000)

  afterAll(async () => {
    double.close()
    await server.dispose()
    await dovecot.dispose()
  })

  /** One mail, by some of the doors at once: the same message, in as many copies. */
  async function sendThrough(number: number, doors: DoorName[]) {
    const messageId = `ksiega-${number}@klient${number % 5}.example`
    const mail = (door: string) =>
      buildMail({
        messageId: `<${messageId}>`,
        from: `jan@klient${number % 5}.example`,
        to: owners.join(', '),
        subject: `Wpis ${number}`,
        text: `Treść wpisu ${number}. `.repeat(20),
        date: new Date(1_760_000_000_000 + number * 60_000),
        headers: [`Received: from ${door}.example by mx.nasza.example; ${new Date(1_760_000_000_000).toUTCString()}`],
        ...(number % 3 === 0 && {
          attachments: [{ name: `Faktura ${number}.pdf`, type: 'application/pdf', content: `%PDF-1.4 ${number}` }],
        }),
      })
    const note = (door: DoorName, owner: string, source: string) =>
      ledger.push({ number, messageId, door, owner, hash: hashOfSource(source) })
    await Promise.all(
      doors.map(async door => {
        const owner = (door === 'push' ? owners[number % 2] : owners[door === 'graph' ? 1 : 0]) ?? ''
        const source = mail(door)
        if (door === 'push') await senders[number % 2]?.hand(source)
        else if (door === 'journal') await mailUntilTaken(server.smtpPort, `${secret}@lupa.example`, source)
        else if (door === 'imap') await dovecot.deliver('szefowa', [source])
        else await double.deliver(tenantMailbox, 'inbox', `m-${number}`, source)
        note(door, owner, source)
      }),
    )
  }

  it('keeps all that was acknowledged, once, signs nobody out, and finds its way again by itself', {
    timeout: 60_000 + KILLS * 12_000,
  }, async () => {
    let isOver = false
    let number = 0
    const writer = async () => {
      while (!isOver) {
        number += 1
        await sendThrough(number, someDoors())
        await wait(random() * 60)
      }
    }
    const visitors = await openVisitors(server.origin, administrator)
    const writing = Array.from({ length: WRITERS }, writer)
    let kills = 0
    // On a slow machine some lives end before anything came in: as many kills as it takes to have something to lose.
    while (kills < KILLS || ledger.length <= KILLS) {
      await wait(50 + random() * 450)
      await server.kill()
      await server.start()
      kills += 1
    }
    isOver = true
    await Promise.all(writing)
    const before = visitors.map(visitor => visitor.answered)
    await until('everybody to be answered after the last kill', async () =>
      visitors.every((visitor, n) => visitor.signedOut > 0 || visitor.answered > (before[n] ?? 0)),
    )
    await Promise.all(visitors.map(visitor => visitor.stop()))

    const books = await server.openBooks()
    const wanted = ledger.filter(one => one.door !== 'push').length
    await until(
      'everything in the mailboxes to be stored',
      async () => {
        const { rows } = await books.query(
          `select count(*)::int as amount from message_copy where door in ('imap', 'graph', 'journal')`,
        )
        return rows[0].amount >= wanted
      },
      { limitMs: 60_000 },
    )
    const blobFolder = path.join(server.folder, 'blobs')
    const unknown = async (hashes: string[]) => {
      const { rows } = await books.query<{ hash: string }>(
        'select * from unnest($1::text[]) hash except select hash from blob',
        [hashes],
      )
      return rows.map(row => row.hash)
    }
    await openFileBlobs(blobFolder).sweep(unknown, 0)

    const faults = await audit(books, ledger, blobFolder)
    const harm = await auditAfterHarm(books, ledger, blobFolder)
    await books.end()
    const lostAnswers = senders.reduce((sum, sender) => sum + sender.unknown, 0)
    say(
      `seed ${seed}: ${kills} kills, ${number} mails, ${ledger.length} copies, ${lostAnswers} answers that never came`,
    )
    expect(faults).toEqual([])
    expect(senders.map(sender => sender.signedOut)).toEqual(senders.map(() => 0))
    // Let in once, before the first kill: browsers that trade their tokens all the time, and a program.
    expect(visitors.filter(visitor => visitor.signedOut > 0).map(visitor => visitor.name)).toEqual([])
    expect(ledger.length).toBeGreaterThan(KILLS)
    expect(lostAnswers).toBeGreaterThan(0)
    expect(harm.found).toEqual(harm.wanted)
  })

  function someDoors(): DoorName[] {
    const all: DoorName[] = ['push', 'imap', 'graph', 'journal']
    const some = all.filter(() => random() < 0.5)
    return some.length > 0 ? some : ['push']
  }
})

/** Two people, five clients (one of them for the boss's eyes only), a mailbox of each sort; answers the two who hand mail in. */
async function openCompany(server: KillableServer, dovecot: MailServer): Promise<Sender[]> {
  const boss = openSender(server.origin, administrator)
  const anna = { email: owners[1] ?? '', password: 'Hasło Anny 123' }
  const { id: annaId } = await boss.post('/api/users', { name: 'Anna', ...anna })
  for (let index = 0; index < 5; index += 1)
    await boss.post('/api/contractors', {
      name: `Klient ${index}`,
      addresses: [`@klient${index}.example`],
      ...(index === 4 && { audience: { users: [] } }),
    })
  const imap = { kind: 'imap', host: '127.0.0.1', port: dovecot.port, tls: false, since: '2020-01-01' }
  await boss.post('/api/mailboxes', { ...imap, user: 'szefowa', password: PASSWORD })
  const tenant = { tenant: 'firma.example', clientId: 'aplikacja', clientSecret: 'tajne' }
  const { id: tenantId } = await boss.post('/api/microsoft/tenants', tenant)
  await boss.post('/api/microsoft/mailboxes', { tenantId, user: tenantMailbox, ownerId: annaId, since: '2020-01-01' })
  const hers = openSender(server.origin, anna)
  await hers.signIn()
  return [boss, hers]
}

/** The same look at books of which a copy was taken and a byte of a mail was changed: it has to say just that. */
async function auditAfterHarm(books: pg.Client, ledger: Acknowledged[], blobFolder: string) {
  const [taken, changed] = ledger
  if (!taken || !changed) throw new Error('nothing was acknowledged')
  await books.query(
    `delete from message_copy c using message m where m.id = c.message_id and m.message_id = $1 and c.door = $2 and c.source_hash = $3`,
    [taken.messageId, taken.door, taken.hash],
  )
  const file = path.join(blobFolder, changed.hash.slice(0, 2), changed.hash)
  const bytes = readFileSync(file)
  bytes.writeUInt8(bytes.readUInt8(7) ^ 1, 7)
  writeFileSync(file, bytes)
  const found = await audit(books, ledger, blobFolder)
  return {
    found: found.filter(fault => !fault.startsWith('filed without')),
    wanted: [`lost: ${taken.messageId} of ${taken.owner} by ${taken.door}`, `missing or damaged: ${changed.hash}`],
  }
}

/** A mail server repeats what was not acknowledged, until it is. */
async function mailUntilTaken(port: number, to: string, source: string) {
  for (;;) {
    const isTaken = await sendMail(port, to, source).then(
      () => true,
      () => false,
    )
    if (isTaken) return
    await wait(100)
  }
}
