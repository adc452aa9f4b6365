import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { findSources, sizeOf } from '../../../server/import/find-sources.ts'
import { importContractors } from '../../../server/import/import-contractors.ts'
import { importOne } from '../../../server/import/import-mail.ts'
import { progressLine } from '../../../server/import/progress.ts'
import { readContractors } from '../../../server/import/read-contractors.ts'
import { openTestHouse } from '../../support/house.ts'
import { buildMail } from '../../support/mail.ts'
import { buildContractor, buildUser } from '../../support/people.ts'

const test = await openTestHouse()
const anna = await buildUser(test)
const folder = mkdtempSync(path.join(tmpdir(), 'lupa-import-'))
afterAll(() => rmSync(folder, { recursive: true }))

async function importAll(target: string) {
  const results = []
  for await (const found of findSources(target)) results.push(await importOne(test.house, anna.id, found))
  return results
}

it('takes mail files, an mbox and a Maildir, reports what is none, and does nothing twice', async () => {
  await buildContractor(anna, { addresses: ['@import.example'] })
  const mail = () => buildMail({ from: 'a@import.example' })
  for (const name of ['maildir/cur', 'maildir/new', 'maildir/tmp'])
    mkdirSync(path.join(folder, name), { recursive: true })
  writeFileSync(path.join(folder, 'jeden.eml'), mail())
  writeFileSync(path.join(folder, 'pusty.eml'), '')
  writeFileSync(path.join(folder, 'obraz.png'), 'nie poczta')
  writeFileSync(path.join(folder, 'maildir/cur/1.host:2,S'), mail())
  writeFileSync(
    path.join(folder, 'archiwum'),
    [mail(), buildMail({ from: 'x@nieznany.example' })]
      .map(source => `From - Mon Nov 23 10:00:00 2026\n${source}\n`)
      .join('\n'),
  )

  const first = await importAll(folder)
  const second = await importAll(folder)

  const results = (list: typeof first) => list.map(one => one.result).sort()
  expect(results(first)).toEqual(['file', 'file', 'file', 'refused', 'refused', 'triage'])
  expect(results(second)).toEqual(['known', 'known', 'known', 'known', 'refused', 'refused'])
  expect(
    first
      .filter(one => one.result === 'refused')
      .map(one => 'reason' in one && one.reason)
      .sort(),
  ).toEqual(['empty', 'no-mail-file'])
  expect(await sizeOf(folder)).toBeGreaterThan(1000)
})

it('reads the mail that people’s programs really write', async () => {
  const results = await importAll(path.resolve(import.meta.dirname, '../../messages'))

  const kinds = Object.fromEntries(
    [...Map.groupBy(results, one => one.result)].map(([result, list]) => [result, list.length]),
  )
  expect(kinds).toMatchObject({ 'leave-out': 3 })
  expect((kinds.triage ?? 0) + (kinds.file ?? 0)).toBeGreaterThanOrEqual(14)
  expect(results.some(one => 'reason' in one && one.reason.startsWith('unreadable'))).toBe(false)
})

it('reads contractor lists as offices write them', async () => {
  const list = [
    '\uFEFFNazwa;NIP;Adresy e-mail;Telefon;Miasto',
    '"Żółw; spółka jawna";521-301-72-28;biuro@zolw.example @zolw.example;22 111 22 33, 601 601 601;Łódź',
    'Zły NIP;123;;;',
    ';;;;',
    'Zły adres;;to nie adres;;',
  ].join('\r\n')

  const results = await importContractors(test.house, anna.id, await readContractors(Buffer.from(list)))
  const again = await importContractors(test.house, anna.id, await readContractors(Buffer.from(list)))

  expect(results).toMatchObject([
    { line: 2, result: 'created' },
    { line: 3, result: 'refused', reason: 'tax-id-wrong taxId' },
    { line: 4, result: 'refused', reason: 'invalid name' },
    { line: 5, result: 'refused', reason: 'invalid addresses' },
  ])
  expect(again[0]).toMatchObject({ result: 'skipped' })
  const { body } = await anna.get('/api/contractors?q=żółw')
  const { body: contractor } = await anna.get(`/api/contractors/${body.items[0].id}`)
  expect(contractor).toMatchObject({
    name: 'Żółw; spółka jawna',
    nip: '5213017228',
    addresses: ['biuro@zolw.example', '@zolw.example'],
    phones: ['22 111 22 33', '601 601 601'],
    city: 'Łódź',
  })
})

it('reads windows-1250, tabs and English names', async () => {
  const bytes = Buffer.from([...Buffer.from('name\tcity\n'), 0xa3, 0xf3, 0x64, 0x9f, ...Buffer.from('\tPozna'), 0xf1])

  expect(await readContractors(bytes)).toEqual([{ line: 2, input: { name: 'Łódź', city: 'Poznań' } }])
})

it('tells how far it is', () => {
  expect(progressLine({ count: 150, done: 25, totalBytes: 100, elapsedMs: 30_000 })).toBe(
    '25 %, 150 messages, 5/s, 1:30 left',
  )
  expect(progressLine({ count: 0, done: 0, totalBytes: 0, elapsedMs: 0 })).toBe('0 %, 0 messages, 0/s, 0:00 left')
})
