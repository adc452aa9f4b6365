import { expect, it } from 'vitest'
import { parseLines } from './message-files.ts'

const ODD = expect.arrayContaining(['from-disagrees'])

it.each([
  ['Jan Kowalski <jan@firma.example>', 'jan@firma.example', []],
  ['jan@firma.example', 'jan@firma.example', []],
  ['<Jan@Firma.Example>', 'jan@firma.example', []],
  ['"Kowalski, Jan" <jan@firma.example>', 'jan@firma.example', []],
  ['Kowalski, Jan <jan@firma.example>', 'jan@firma.example', []],
  ['jan@firma.example (Jan Kowalski)', 'jan@firma.example', []],
  ['Jan K. Kowalski <jan@firma.example>', 'jan@firma.example', []],
  ['=?utf-8?Q?Jan_=C5=81?= <jan@firma.example>', 'jan@firma.example', []],
  ['"Jan \\"Kowal\\" K" <jan@firma.example>', 'jan@firma.example', []],
  ['Jan <jan@żółw.example>', 'jan@xn--w-uga1v8h.example', []],
  ['prezes@bank.example <zly@oszust.example>', 'zly@oszust.example', ODD],
  ['"prezes@bank.example" <zly@oszust.example>', 'zly@oszust.example', ['address-in-name']],
  ['<prezes@bank.example> <zly@oszust.example>', 'prezes@bank.example', ODD],
  ['prezes@bank.example, zly@oszust.example', 'prezes@bank.example', ['several-from']],
  [
    'Zarząd: prezes@bank.example, zly@oszust.example;',
    'prezes@bank.example',
    expect.arrayContaining(['several-from', 'from-disagrees']),
  ],
  ['"prezes@bank.example"@oszust.example', '', expect.not.arrayContaining(['several-from'])],
  ['=?utf-8?Q?Prezes_=3Cprezes=40bank.example=3E?=', 'prezes@bank.example', ODD],
  [
    'Prezes <prezes@bank.example\0.oszust.example>',
    'prezes@bank.example.oszust.example',
    expect.arrayContaining(['nul-bytes']),
  ],
  ['Jan (prezes@bank.example) <zly@oszust.example>', 'zly@oszust.example', []],
  ['Jan (nie zamknięty <zly@oszust.example>', '', []],
  ['Jan (a\\) <prezes@bank.example>) <zly@oszust.example>', 'prezes@bank.example', ODD],
  ['Jan <jan@firma.example', 'jan@firma.example', ODD],
  ['jan@firma.example (nie zamknięty', 'jan@firma.example', ODD],
  ['=?utf-8?B?StCwbiBLb3dhbHNraQ==?= <zly@oszust.example>', 'zly@oszust.example', ['disguised-name']],
  ['=?utf-8?B?SmFuIOKArmlrc2xhd29L?= <zly@oszust.example>', 'zly@oszust.example', ['disguised-name']],
  ['=?utf-8?Q?Jan=E2=80=8B_Kowalski?= <zly@oszust.example>', 'zly@oszust.example', ['disguised-name']],
  ['=?utf-8?B?0JjQstCw0L0g0J/QtdGC0YDQvtCy?= <ivan@firma.example>', 'ivan@firma.example', []],
  ['Jan Кowalski-Новак 👩‍💻 <jan@firma.example>', 'jan@firma.example', ['disguised-name']],
  ['Jan Kowalski 👩‍💻 <jan@firma.example>', 'jan@firma.example', []],
])('From: %s', async (written, address, marks) => {
  const parsed = await parseLines([`From: ${written}`, 'Date: Mon, 12 Jan 2026 10:00:00 +0100', '', 'x'])

  expect(parsed.from[0]?.address ?? '').toEqual(address)
  expect(parsed.marks).toEqual(marks)
})

it('is marked when there are two From headers', async () => {
  const { marks } = await parseLines([
    'From: a@firma.example',
    'from : b@firma.example',
    'Date: Mon, 12 Jan 2026 10:00:00 +0100',
    '',
    'x',
  ])

  expect(marks).toEqual(['several-from'])
})

it('is marked when a bare CR hides a second From', async () => {
  const { marks } = await parseLines(['From: a@firma.example', 'Subject: x\rFrom: b@firma.example', '', 'x'])

  expect(marks).toContain('several-from')
})

it('keeps what is no address in the name', async () => {
  const { to, cc } = await parseLines([
    'From: a@firma.example',
    'To: Jan <jan.firma.example>',
    'Cc: b@c..example, Ala <ala@firma.example>',
    '',
    'x',
  ])

  expect(to).toEqual([{ name: 'Jan jan.firma.example', address: '' }])
  expect(cc).toEqual([
    { name: 'b@c..example', address: '' },
    { name: 'Ala', address: 'ala@firma.example' },
  ])
})

it('opens groups, and nobody is in an empty one', async () => {
  const { to, cc } = await parseLines([
    'From: a@firma.example',
    'To: Biuro: a@b.example, Ola <o@b.example>;',
    'Cc: undisclosed-recipients:;',
    '',
    'x',
  ])

  expect(to.map(({ address }) => address)).toEqual(['a@b.example', 'o@b.example'])
  expect(cc).toEqual([])
})
