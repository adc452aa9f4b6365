import { afterEach } from 'vitest'
import type { Pace } from '../../../server/mailbox/door.ts'
import { type Doors, startDoors } from '../../../server/mailbox/start-doors.ts'
import type { Mailbox } from '../../../shared/mailbox.ts'
import { until } from '../../e2e/thunderbird/until.ts'
import type { TestHouse } from '../../support/house.ts'
import { buildMail } from '../../support/mail.ts'
import type { Actor } from '../../support/people.ts'
import { PASSWORD } from './mail-server.ts'

/** Patience for tests: everything soon. */
const quickPace: Pace = {
  lookMs: 1_000,
  rereadMs: 1_000,
  firstWaitMs: 100,
  longestWaitMs: 500,
  refusedWaitMs: 60_000,
  retryMs: 300,
}

/** The reading of mailboxes in a test, with what it reported. */
export interface Reading {
  start(options?: { pace?: Partial<Pace>; house?: Partial<TestHouse['house']> }): Doors
  log: object[]
}

/** The database of a test house, as the application's role. */
export function databaseUrlOf(test: TestHouse): string {
  return test.asApp.options.connectionString ?? ''
}

/** Lets a test start doors; whatever is still running after it is stopped. */
export function useDoors(test: TestHouse): Reading {
  const running: Doors[] = []
  const log: object[] = []
  afterEach(async () => {
    await Promise.all(running.splice(0).map(doors => doors.stop()))
    // The next test begins without mailboxes, as a new company does.
    await test.asSuper.query('delete from mailbox')
  })
  return {
    log,
    start({ pace, house } = {}) {
      const doors = startDoors(
        { ...test.house, ...house },
        {
          databaseUrl: databaseUrlOf(test),
          log: { warn: (facts, text) => log.push({ ...facts, text }) },
          pace: { ...quickPace, ...pace },
        },
      )
      running.push(doors)
      return doors
    },
  }
}

/** Adds a mailbox of the rig, or fails. */
export async function addMailbox(actor: Actor, port: number, user: string, input: object = {}): Promise<Mailbox> {
  const usual = { kind: 'imap', host: '127.0.0.1', port, tls: false, user, password: PASSWORD, since: '2020-01-01' }
  const reply = await actor.post('/api/mailboxes', { ...usual, ...input })
  if (reply.status !== 201) throw new Error(`expected 201, got ${reply.status}: ${JSON.stringify(reply.body)}`)
  return reply.body
}

/** The present health of a mailbox. */
export async function healthOf(actor: Actor, mailboxId: string): Promise<Mailbox> {
  const { body } = await actor.get('/api/mailboxes')
  return body.items.find((mailbox: Mailbox) => mailbox.id === mailboxId)
}

/** Waits until a mailbox looks so. */
export function untilHealth(
  actor: Actor,
  mailboxId: string,
  what: string,
  is: (mailbox: Mailbox) => boolean,
): Promise<Mailbox> {
  let last: Mailbox | undefined
  return until(`the mailbox to be ${what}`, async () => {
    last = await healthOf(actor, mailboxId)
    return is(last) ? last : null
  }).catch((error: unknown) => {
    throw new Error(`not ${what}: ${JSON.stringify(last)}`, { cause: error })
  })
}

/** So many mails with numbered Message-IDs, each of at least so many bytes. */
export function numbered(count: number, prefix: string, bytes = 0): string[] {
  const line = `${'Treść tego listu. '.repeat(3)}\r\n`
  const text = (index: number) => `${prefix} ${index}\r\n${line.repeat(Math.ceil(bytes / line.length))}`
  return Array.from({ length: count }, (_, index) =>
    buildMail({ messageId: `<${prefix}-${index}@klient.example>`, ...(bytes && { text: text(index) }) }),
  )
}

/** The Message-IDs of those mails, sorted. */
export function idsOf(count: number, prefix: string): string[] {
  return Array.from({ length: count }, (_, index) => `${prefix}-${index}@klient.example`).toSorted((one, other) =>
    one < other ? -1 : 1,
  )
}
