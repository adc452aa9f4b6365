import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { parseMessage } from '../../../server/mail/parse.ts'
import { readMaildir } from '../../../server/mail/read-maildir.ts'
import { type MboxEntry, readMbox } from '../../../server/mail/read-mbox.ts'
import { messageFile, readMessage } from './message-files.ts'

async function collect(source: Buffer, { chunk = source.length, limit = 1_000_000 } = {}): Promise<MboxEntry[]> {
  async function* stream() {
    for (let at = 0; at < source.length; at += chunk) yield source.subarray(at, at + chunk)
  }
  return all(readMbox(stream(), { limit }))
}

async function all<Entry>(entries: AsyncIterable<Entry>): Promise<Entry[]> {
  const found: Entry[] = []
  for await (const entry of entries) found.push(entry)
  return found
}

function textOf(entry: MboxEntry | undefined): string {
  return entry && 'source' in entry ? Buffer.from(entry.source).toString() : ''
}

describe('mbox', () => {
  it('gives each message that was not deleted, and where it begins', async () => {
    const bytes = readMessage('archive.mbox')

    const entries = await all(readMbox(messageFile('archive.mbox')))
    const subjects = await Promise.all(
      entries.map(async entry => ('source' in entry ? (await parseMessage(entry.source)).subject : '')),
    )

    expect(subjects).toEqual(['Oferta majowa', 'Re: Oferta majowa', 'Zamówienie 5/2020', 'Umowa 2/2020'])
    expect(entries.every(({ offset }) => bytes.toString('latin1', offset, offset + 5) === 'From ')).toBe(true)
  })

  it('takes one > off a quoted From line, and no sentence for a separator', async () => {
    const [first, second] = await all(readMbox(messageFile('archive.mbox')))

    expect(textOf(first)).toContain('\nFrom tej ceny mamy rabat 5%.\n>From dawna taki sam.\n')
    expect(textOf(second)).toContain('\nFrom now on please write')
  })

  it.each([1, 2, 7, 64, 1_000])('is the same when it comes in pieces of %i bytes', async chunk => {
    const bytes = readMessage('archive.mbox')

    expect(await collect(bytes, { chunk })).toEqual(await collect(bytes))
  })

  it('may end its lines in CRLF', async () => {
    const bytes = Buffer.from(readMessage('archive.mbox').toString('latin1').replaceAll('\n', '\r\n'), 'latin1')

    const entries = await collect(bytes)

    expect(entries).toHaveLength(4)
    expect(textOf(entries[0])).toMatch(/taki sam\.\r\n\r\n$/)
  })

  it('tells of a message that is too large and goes on with the next', async () => {
    const separator = 'From - Mon Jan 12 10:00:00 2026\n'
    const large = Buffer.from(`${separator}Subject: x\n\n${'y'.repeat(5_000)}\n\n${separator}Subject: z\n\nz\n`)

    expect(await collect(large, { chunk: 512, limit: 4_000 })).toEqual([
      { offset: 0, tooLarge: true },
      { offset: 5_046, source: new Uint8Array(Buffer.from('Subject: z\n\nz\n')) },
    ])
  })

  it('that is a single mail gives that mail, and an empty one gives none', async () => {
    expect(textOf((await collect(Buffer.from('Subject: x\n\ny\n')))[0])).toBe('Subject: x\n\ny\n')
    expect(await collect(Buffer.from('\n\n'))).toEqual([])
  })
})

it('Maildir gives the messages of all its folders, follows no links and leaves out what is too large', async () => {
  const root = await mkdtemp(join(tmpdir(), 'maildir-'))
  onTestFinished(() => rm(root, { recursive: true }))
  for (const folder of ['cur', 'new', 'tmp', '.Wys&AUI-ane/cur', '.Wys&AUI-ane/new', 'Archiwum/2025/cur'])
    await mkdir(join(root, folder), { recursive: true })
  await writeFile(join(root, 'cur/1:2,S'), 'Subject: 1\n\n')
  await writeFile(join(root, 'new/2'), 'Subject: 2\n\n')
  await writeFile(join(root, 'tmp/3'), 'Subject: half\n\n')
  await writeFile(join(root, 'dovecot-uidlist'), 'x')
  await writeFile(join(root, '.Wys&AUI-ane/cur/4'), 'Subject: 4\n\n')
  await writeFile(join(root, 'Archiwum/2025/cur/5'), 'x'.repeat(200))
  await symlink('/etc/passwd', join(root, 'cur/6'))

  const entries = await all(readMaildir(root, { limit: 100 }))

  expect(
    entries.map(entry => [entry.folder, 'source' in entry ? Buffer.from(entry.source).toString().trim() : 'too large']),
  ).toEqual([
    ['', 'Subject: 1'],
    ['', 'Subject: 2'],
    ['Wysłane', 'Subject: 4'],
    ['Archiwum/2025', 'too large'],
  ])
})
