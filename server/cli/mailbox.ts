import { text } from 'node:stream/consumers'
import { parseArgs } from 'node:util'
import * as Value from 'typebox/value'
import { MailboxInput } from '../../shared/mailbox.ts'
import { readConfig, WrongSetting } from '../config.ts'
import { createMailbox } from '../mailbox/create-mailbox.ts'
import { mailboxKey } from '../mailbox/seal-password.ts'
import { asRefusal } from '../refusal-of.ts'
import { joinHouse } from '../start.ts'
import { actingUser } from './acting-user.ts'
import { say } from './say.ts'

const IMAPS_PORT = 993
const YEAR_MS = 365 * 86_400_000

const options = {
  host: { type: 'string' },
  port: { type: 'string' },
  user: { type: 'string' },
  owner: { type: 'string' },
  since: { type: 'string' },
  folder: { type: 'string', multiple: true },
  'no-tls': { type: 'boolean' },
} as const

const usage =
  'Usage: lupa mailbox add --host H [--port 993] --user U --owner EMAIL [--since 2026-01-01] [--folder F]... [--no-tls]\n' +
  'The password comes from LUPA_MAILBOX_PASSWORD or from standard input.'

/** `lupa mailbox add`: works as the mailbox's owner. The password never stands in the command, where all of the machine could read it. */
export async function mailboxVerb(words: string[]) {
  const { values, positionals } = parseArgs({ args: words, allowPositionals: true, options })
  if (positionals[0] !== 'add' || !values.host || !values.user || !values.owner) throw new WrongSetting(usage)
  const input = {
    kind: 'imap',
    host: values.host,
    port: Number(values.port ?? IMAPS_PORT),
    tls: !values['no-tls'],
    user: values.user,
    password: process.env.LUPA_MAILBOX_PASSWORD ?? (await text(process.stdin)).replace(/\r?\n$/, ''),
    since: values.since ?? new Date(Date.now() - YEAR_MS).toISOString().slice(0, 10),
    ...(values.folder && { folders: values.folder }),
  }
  if (!Value.Check(MailboxInput, input)) throw new WrongSetting(`Not taken: ${atFault(input)}.\n${usage}`)
  const config = readConfig(process.env)
  const { house, close } = await joinHouse(config)
  try {
    const ownerId = await actingUser(house, values.owner)
    await house.database.work(ownerId, tx => createMailbox(tx, input, mailboxKey(config.dataFolder))).catch(explain)
    say(`${input.user} at ${input.host} is read from ${input.since} on, while Lupa runs.`)
  } finally {
    await close()
  }
}

function atFault(input: unknown): string {
  const fields = [...Value.Errors(MailboxInput, input)].map(error => error.instancePath.replace(/^\//, ''))
  return [...new Set(fields)].join(', ')
}

function explain(error: Error): never {
  const { code, fields } = asRefusal(error)
  if (code === 'already-there') throw new WrongSetting('This mailbox is read already.')
  if (code === 'invalid' && fields.includes('tls'))
    throw new WrongSetting(
      'Without TLS only a mail server on this machine is read, unless the company setting plain-imap allows it.',
    )
  throw error
}
