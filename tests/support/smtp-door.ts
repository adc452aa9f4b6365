import { connect } from 'node:net'
import { createTransport } from 'nodemailer'
import { expect, vi } from 'vitest'
import type { WorkingHouse } from '../../server/job/jobs-database.ts'
import { type Journal, type JournalOptions, startJournal } from '../../server/journal/start-journal.ts'
import { readSmtpSettings } from '../../server/smtp-settings.ts'
import type { JournalAddress } from '../../shared/journal-address.ts'
import type { TestHouse } from './house.ts'
import type { Actor } from './people.ts'

const pace = { restMs: 200, firstWaitMs: 100 }

/** The mail door of a test house, set up by environment as in a company. */
export async function openTestDoor(
  test: TestHouse,
  environment: Record<string, string> = {},
  options: Partial<JournalOptions> & { house?: Partial<WorkingHouse> } = {},
): Promise<Journal & { port: number }> {
  const smtp = readSmtpSettings({ LUPA_SMTP_PORT: '0', ...environment })
  const { house: changed, ...rest } = options
  const house = { ...test.house, ...changed, config: { ...test.house.config, smtp } }
  const journal = await startJournal(house, { log: { warn: () => {} }, pace, ...rest })
  if (journal.port === null) throw new Error('the door is off')
  return { ...journal, port: journal.port }
}

/** A secret address that a user opens for himself. */
export async function buildJournalAddress(actor: Actor, kind: 'bcc' | 'journal' = 'bcc'): Promise<JournalAddress> {
  const reply = await actor.post('/api/journal-addresses', { kind, label: `Adres ${kind}` })
  if (reply.status !== 201) throw new Error(`expected 201, got ${reply.status}`)
  return reply.body
}

/** What a sender wants, beside the mail. */
export interface SendOptions {
  from?: string
  login?: { user: string; pass: string }
  /** Speaks TLS, and only then. */
  tls?: boolean
}

/** Hands a mail in as a mail server does; answers the last reply, rejects with the refusal. */
export async function sendMail(
  port: number,
  to: string | string[],
  source: string | Uint8Array,
  { from = 'serwer@poczta.example', login, tls = false }: SendOptions = {},
): Promise<string> {
  const transport = createTransport({
    host: '127.0.0.1',
    port,
    requireTLS: tls,
    ignoreTLS: !tls,
    tls: { rejectUnauthorized: false },
    ...(login && { auth: login }),
  })
  try {
    const { response } = await transport.sendMail({ envelope: { from, to }, raw: Buffer.from(source) })
    return response
  } finally {
    transport.close()
  }
}

/** Waits until everything that was acknowledged is read. */
export function untilRead(test: TestHouse): Promise<void> {
  return vi.waitFor(async () => expect((await test.asSuper.query('select 1 from journal_arrival')).rows).toEqual([]), {
    timeout: 20_000,
    interval: 20,
  })
}

/** Says SMTP word for word; `line` waits for the next reply of the server. */
export async function dial(port: number) {
  const socket = connect(port, '127.0.0.1')
  let text = ''
  let isOver = false
  socket.on('data', chunk => {
    text += chunk.toString()
  })
  for (const end of ['error', 'close'] as const)
    socket.on(end, () => {
      isOver = true
    })
  const line = async (): Promise<string> => {
    await vi.waitFor(
      () => {
        if (!/^\d{3} .*\r\n/m.test(text) && !isOver) throw new Error('no reply yet')
      },
      { timeout: 10_000, interval: 5 },
    )
    const [reply = ''] = /^(?:\d{3}-.*\r\n)*\d{3} .*\r\n/.exec(text) ?? []
    text = text.slice(reply.length)
    return reply.trim()
  }
  return {
    line,
    write: (words: string) => socket.write(words),
    async say(words: string): Promise<string> {
      socket.write(`${words}\r\n`)
      return line()
    },
    drop: () => socket.destroy(),
    isOver: () => isOver,
  }
}
