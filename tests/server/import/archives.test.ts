import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { findSources } from '../../../server/import/find-sources.ts'
import type { Found } from '../../../server/import/found.ts'
import { importOne } from '../../../server/import/import-mail.ts'
import { openTestHouse } from '../../support/house.ts'
import { buildMail } from '../../support/mail.ts'
import { buildMsg } from '../../support/msg.ts'
import { buildContractor, buildUser, tokenOf } from '../../support/people.ts'
import { buildZip } from '../../support/zip.ts'

const MB = 1024 * 1024
const test = await openTestHouse()
const anna = await buildUser(test)
const bartek = await buildUser(test)
const folder = mkdtempSync(path.join(tmpdir(), 'lupa-archives-'))
afterAll(() => rmSync(folder, { recursive: true }))

function put(name: string, content: Buffer): string {
  const file = path.join(folder, name)
  writeFileSync(file, content)
  return file
}

async function importAll(target: string, user = anna.id) {
  const results = []
  for await (const found of findSources(target)) results.push(await importOne(test.house, user, found))
  return results
}

/** What was found, in short: the part of the name behind the archive, and the reason of a refusal. */
async function found(content: Buffer): Promise<string[]> {
  const list: Found[] = []
  for await (const one of findSources(put('test.zip', content))) list.push(one)
  return list.map(one =>
    `${one.where.split(' › ').slice(1).join(' › ')} ${'refused' in one ? one.refused : 'source'}`.trim(),
  )
}

const msg = (subject: string, domain: string) =>
  buildMsg({
    texts: { '0037': subject, '0C1A': 'Jan', '0C1E': 'SMTP', '0C1F': `jan@${domain}`, '1000': `Treść: ${subject}` },
    recipients: [{ name: 'Biuro', address: 'biuro@nasza.example', type: 1 }],
    sentAt: new Date('2026-01-12T09:30:00Z'),
  })

it('files a .msg once, and serves the mail and the file that came in', async () => {
  const contractor = await buildContractor(anna, { addresses: ['@outlook.example'] })
  const content = msg('Z Outlooka', 'outlook.example')
  const file = put('list.msg', content)

  const first = await importAll(file)
  const second = await importAll(file)

  expect(first).toMatchObject([{ result: 'file' }])
  expect(second).toMatchObject([{ result: 'known' }])
  const { body } = await anna.get(`/api/contractors/${contractor.id}/timeline`)
  expect(body.items).toMatchObject([{ title: 'Z Outlooka', occurredAt: '2026-01-12T09:30:00.000Z' }])
  const source = await anna.get(`/api/items/${body.items[0].id}/source`)
  expect(source.body).toContain('Subject: Z Outlooka')
  const origin = await raw(anna.id, `/api/items/${body.items[0].id}/origin`)
  expect(origin.rawPayload.equals(content)).toBe(true)
})

it('keeps the .msg of a confidential mail from those who do not see it, and of other mail there is none', async () => {
  const contractor = await buildContractor(anna, { addresses: ['@tajne.example'] })
  await importAll(put('tajne.msg', msg('Tajne', 'tajne.example')))
  await anna.hand(buildMail({ from: 'jan@tajne.example', subject: 'Zwykły' }))
  const { body } = await anna.get(`/api/contractors/${contractor.id}/timeline`)
  const idOf = (title: string) => body.items.find((item: { title: string }) => item.title === title).id
  await anna.patch(`/api/items/${idOf('Tajne')}`, { audience: { users: [anna.id] } })

  expect((await anna.get(`/api/items/${idOf('Tajne')}/origin`)).status).toBe(200)
  expect((await bartek.get(`/api/items/${idOf('Tajne')}/origin`)).status).toBe(404)
  expect((await anna.get(`/api/items/${idOf('Zwykły')}/origin`)).status).toBe(404)
})

it('finds the file that an interrupted import had not yet kept', async () => {
  await buildContractor(anna, { addresses: ['@przerwa.example'] })
  const file = put('przerwa.msg', msg('Przerwane', 'przerwa.example'))
  await importAll(file)
  await test.asSuper.query('delete from source_origin')

  await importAll(file)

  const { rows } = await test.asSuper.query('select count(*)::int as count from source_origin')
  expect(rows).toEqual([{ count: 1 }])
})

it('takes mail files, .msg, an mbox and a Maildir out of a zip, and does nothing twice', async () => {
  await buildContractor(anna, { addresses: ['@zip.example'] })
  const mail = () => buildMail({ from: 'a@zip.example' })
  const mbox = [mail(), mail()].map(source => `From - Mon Nov 23 10:00:00 2026\n${source}\n`).join('\n')
  const file = put(
    'poczta.zip',
    buildZip([
      { name: 'Żółte/', content: '' },
      { name: 'Żółte/jeden.eml', content: mail() },
      { name: 'list.msg', content: msg('W zipie', 'zip.example') },
      { name: 'archiwum', content: mbox },
      { name: 'Maildir/cur/1.host:2,S', content: mail() },
      { name: 'w środku.zip', content: buildZip([{ name: 'dwa.eml', content: mail() }]) },
      { name: 'obraz.png', content: 'nie poczta' },
    ]),
  )

  const first = await importAll(file)
  const second = await importAll(file)

  expect(first.map(({ result }) => result)).toEqual(['file', 'file', 'file', 'file', 'file', 'file', 'refused'])
  expect(second.map(({ result }) => result)).toEqual(['known', 'known', 'known', 'known', 'known', 'known', 'refused'])
  expect(first.at(-1)).toMatchObject({ reason: 'no-mail-file', where: `${file} › obraz.png` })
})

const eml = { name: 'dobry.eml', content: buildMail() }
const zipOf = (...files: Parameters<typeof buildZip>[0]) => buildZip(files)
const bomb = Buffer.alloc(20 * MB)
const hostile: [string, Buffer, string[]][] = [
  [
    'a name that climbs out',
    zipOf({ ...eml, name: '../../etc/x.eml' }, eml),
    ['../../etc/x.eml unsafe-name', 'dobry.eml source'],
  ],
  ['an absolute name', zipOf({ ...eml, name: '/etc/x.eml' }, eml), ['/etc/x.eml unsafe-name', 'dobry.eml source']],
  [
    'a name of Windows that climbs out',
    zipOf({ ...eml, name: '..\\x.eml' }, eml),
    ['../x.eml unsafe-name', 'dobry.eml source'],
  ],
  ['an encrypted file', zipOf({ ...eml, flags: 0x801 }, eml), ['dobry.eml encrypted', 'dobry.eml source']],
  ['a bomb', zipOf({ name: 'bomba.eml', content: bomb }, eml), ['bomba.eml zip-bomb', 'dobry.eml source']],
  [
    'a bomb beside a large file',
    zipOf({ name: 'duzy.bin', content: randomBytes(MB) }, { name: 'bomba.eml', content: bomb }, eml),
    ['duzy.bin no-mail-file', 'bomba.eml zip-bomb', 'dobry.eml source'],
  ],
  [
    'a bomb in a zip within',
    zipOf({ name: 'a.zip', content: zipOf({ name: 'bomba.eml', content: bomb }) }, eml),
    ['a.zip › bomba.eml zip-bomb', 'dobry.eml source'],
  ],
  [
    'a file that says it is small',
    zipOf({ name: 'klamca.eml', content: bomb, claims: 100 }, eml),
    ['klamca.eml zip-entry-broken', 'dobry.eml source'],
  ],
  [
    'a file that says it has 4 GB',
    zipOf({ ...eml, claims: 0xfffffffe }, eml),
    ['dobry.eml too-large', 'dobry.eml source'],
  ],
  [
    'zips in zips in zips',
    zipOf({ name: 'a.zip', content: zipOf({ name: 'b.zip', content: zipOf(eml) }) }, eml),
    ['a.zip › b.zip zip-too-deep', 'dobry.eml source'],
  ],
  [
    'a broken .msg',
    zipOf({ name: 'zly.msg', content: Buffer.alloc(5_000, 7) }, eml),
    ['zly.msg msg-broken', 'dobry.eml source'],
  ],
  ['a broken zip', zipOf({ name: 'zly.zip', content: 'PK' }, eml), ['zly.zip zip-broken', 'dobry.eml source']],
  ['nothing in it', zipOf(), []],
  ['its end cut off', zipOf(eml, eml).subarray(0, -30), ['zip-broken']],
  ['other bytes', Buffer.from('to nie jest zip'), ['zip-broken']],
]

it.each(hostile)('reports what is wrong in a zip with %s, and takes the rest', async (_name, zip, expected) => {
  const start = performance.now()

  expect(await found(zip)).toEqual(expected)

  expect(performance.now() - start).toBeLessThan(2_000)
})

it('stops when many files that shrink well grow beyond measure together', async () => {
  const files = Array.from({ length: 200 }, (_, index) => ({ name: `${index}.eml`, content: Buffer.alloc(MB) }))

  const list = await found(zipOf(...files))

  const taken = list.filter(line => line.endsWith('source')).length
  expect(taken).toBeGreaterThan(5)
  expect(taken).toBeLessThan(40)
  expect(list.filter(line => line.endsWith('zip-bomb'))).toHaveLength(200 - taken)
})

it('stops at 10,000 files, those of zips within counted too', async () => {
  const many = Array.from({ length: 6_000 }, (_, index) => ({ name: `${index}.png`, content: 'x' }))

  const list = await found(
    zipOf({ name: 'a.zip', content: buildZip(many) }, { name: 'b.zip', content: buildZip(many) }),
  )

  expect(list.filter(line => line.endsWith('zip-too-many'))).toEqual(['b.zip zip-too-many'])
  expect(list.filter(line => line.endsWith('no-mail-file'))).toHaveLength(9_998)
})

it('never fails on 300 damaged archives', async () => {
  const zip = zipOf(eml, { name: 'b.zip', content: zipOf(eml) })
  for (let round = 0; round < 300; round += 1) {
    const damaged = Buffer.from(zip)
    damaged[(round * 7_919) % damaged.length] = (round * 31) % 256
    expect((await found(damaged)).length).toBeLessThan(10)
  }
})

async function raw(id: string, url: string) {
  const authorization = `Bearer ${await tokenOf(test, id)}`
  return test.app.inject({ method: 'GET', url, headers: { authorization } })
}
