import { expect, it } from 'vitest'
import { startCpuClock } from '../../support/cpu-clock.ts'
import { openTestHouse } from '../../support/house.ts'
import { type Actor, buildContractor, buildUser, tokenOf } from '../../support/people.ts'
import { buildZip } from '../../support/zip.ts'

const test = await openTestHouse()
const admin = await buildUser(test)
const anna = await buildUser(test)
const preview = '/api/contractors/import/preview'

/** Sends a list as the page does. */
async function send(path: string, bytes: string | Buffer, who: Actor = admin) {
  const authorization = `Bearer ${await tokenOf(test, who.id)}`
  const headers = { authorization, 'content-type': 'application/octet-stream' }
  const reply = await test.app.inject({ method: 'POST', url: path, headers, payload: bytes })
  return { status: reply.statusCode, body: reply.json() }
}

/** A workbook with one sheet; numbers stay numbers. */
function buildWorkbook(rows: (string | number)[][]): Buffer {
  const cell = (value: string | number, row: number, column: number) => {
    const place = `${String.fromCharCode(65 + column)}${row + 1}`
    return typeof value === 'number'
      ? `<c r="${place}"><v>${value}</v></c>`
      : `<c r="${place}" t="inlineStr"><is><t>${value}</t></is></c>`
  }
  const lines = rows.map((cells, row) => {
    const xml = cells.map((value, column) => (value === '' ? '' : cell(value, row, column))).join('')
    return `<row r="${row + 1}">${xml}</row>`
  })
  return buildZip([
    { name: 'xl/workbook.xml', content: '<workbook><sheets><sheet name="Lista"/></sheets></workbook>' },
    { name: 'xl/worksheets/sheet1.xml', content: `<worksheet><sheetData>${lines.join('')}</sheetData></worksheet>` },
  ])
}

const count = async () => (await admin.get('/api/contractors?limit=200')).body.items.length

it('shows of a long cell how it begins, and that it goes on', async () => {
  const { body } = await send(preview, `Nazwa;Uwagi\nA;${'x'.repeat(81)}\n`)

  expect(body.columns[1].samples).toEqual([`${'x'.repeat(80)}…`])
})

it('guesses columns by name and by content, and writes nothing', async () => {
  const before = await count()
  const { status, body } = await send(
    preview,
    'Kontrahent;X1;X2;X3\nŻółw sp. z o.o.;521-301-72-28;biuro@zolw-lista.example;601 601 601\nBez numeru;;;\n',
  )

  expect(status).toBe(200)
  expect(body.columns.map((column: { field: string }) => column.field)).toEqual([
    'name',
    'taxId',
    'addresses',
    'phones',
  ])
  expect(body.counts).toEqual({ created: 2, known: 0, skipped: 0, refused: 0 })
  expect(await count()).toBe(before)
})

it('takes names with their quotation marks as programs write them, and names the line that cannot be read', async () => {
  const names = async (...lines: string[]) =>
    (await send(preview, ['Nazwa;NIP', ...lines, 'Ostatnia;'].join('\r\n'))).body.items.map(
      (row: { line: number; name: string }) => `${row.line} ${row.name}`,
    )

  expect(await names('Firma "Żuk" sp. z o.o.;')).toEqual(['2 Firma "Żuk" sp. z o.o.', '3 Ostatnia'])
  expect(await names('"Dwa;\nwiersze";', '"Żuk" sp. z o.o.;', '"Firma "Bąk"";', '"Firma ""Ćma""";')).toEqual([
    '3 Dwa;\nwiersze',
    '4 "Żuk" sp. z o.o.',
    '5 Firma "Bąk"',
    '6 Firma "Ćma"',
    '7 Ostatnia',
  ])
  const { status, body } = await send(preview, 'Nazwa;NIP\nA;\n\n"Żuk sp. z o.o.;\nB;\n')
  expect([status, body.code, body.fields]).toEqual([422, 'list-unreadable', ['/lines/4']])
})

it('names the faults of each row, and offers those that are known by NIP or name', async () => {
  await buildContractor(admin, { name: 'Znana Firma', taxId: '5213017228' })
  const { body } = await send(
    preview,
    'Nazwa,NIP,E-mail\nInna nazwa,5213017228,\nZNANA firma,,\nZła,1234567890,\nZła,,"nie adres"\n,,a@b.example\nNowa,,\nnowa,,\n',
  )

  expect(body.counts).toEqual({ created: 1, known: 3, skipped: 0, refused: 3 })
  expect(
    body.items.map((row: { line: number; fields: string[]; known?: object }) => [row.line, row.fields, row.known]),
  ).toEqual([
    [4, ['taxId'], undefined],
    [5, ['addresses'], undefined],
    [6, ['name'], undefined],
    [2, [], expect.objectContaining({ by: 'taxId', name: 'Znana Firma' })],
    [3, [], expect.objectContaining({ by: 'name', name: 'Znana Firma' })],
    [8, [], { by: 'name', contractorId: null, name: 'nowa' }],
    [7, [], undefined],
  ])
})

it('takes a workbook in once, however often it is sent, and completes what is known', async () => {
  await buildContractor(admin, { name: 'Bez NIP-u Arkuszowa' })
  const book = buildWorkbook([
    ['Firma', 'NIP', 'Poczta'],
    ['Arkusz SA', 7740001454, '@arkusz.example'],
    ['Bez NIP-u arkuszowa', 1132191233, 'biuro@bez-nipu.example'],
  ])
  const path = '/api/contractors/import?columns=name&columns=taxId&columns=addresses&known='
  const left = await send(`${path}skip`, book)
  const first = await send(`${path}complete`, book)
  const again = await send(`${path}complete`, book)

  expect(left.body.counts).toEqual({ created: 1, known: 0, skipped: 1, refused: 0 })
  expect(first.body.counts).toEqual({ created: 0, known: 1, skipped: 1, refused: 0 })
  expect(again.body.counts).toEqual({ created: 0, known: 0, skipped: 2, refused: 0 })
  const { rows } = await test.asSuper.query(
    `select e.verb from audit_entry e join contractor c on c.id = e.object_id where c.name like 'Bez NIP-u%' order by e.id`,
  )
  expect(rows.map(row => row.verb)).toEqual(['created', 'address-added', 'changed'])
  const { body } = await admin.get('/api/contractors?q=bez nip-u arkuszowa')
  expect(body.items).toHaveLength(1)
  expect(body.items[0]).toMatchObject({ nip: '1132191233' })
})

it('says nothing of a contractor that the asker does not see', async () => {
  await buildContractor(admin, { name: 'Tajna Lista', taxId: '9462644423', audience: { users: [admin.id] } })
  const list = 'Nazwa;NIP\nTajna Lista;9462644423\n'

  expect((await send(preview, list, anna)).body.counts).toMatchObject({ created: 1, known: 0 })
  expect((await send(preview, list, admin)).body.counts).toMatchObject({ created: 0, known: 1 })
})

it('refuses what is no list, and archives made to fill memories', async () => {
  const bomb = buildZip([{ name: 'xl/worksheets/sheet1.xml', content: Buffer.alloc(40_000_000, 0x20) }])
  const long = `Nazwa\n${'x\n'.repeat(10_001)}`
  const endless = `Nazwa\n${'x\n'.repeat(4_000_000)}`
  // One word of a million letters, named by a thousand cells.
  const row = `<row>${'<c t="s"><v>0</v></c>'.repeat(100)}</row>`
  const named = buildZip([
    { name: 'xl/workbook.xml', content: '<workbook><sheets><sheet name="Lista"/></sheets></workbook>' },
    { name: 'xl/sharedStrings.xml', content: `<sst><si><t>${'a'.repeat(1_000_000)}</t></si></sst>` },
    { name: 'xl/worksheets/sheet1.xml', content: `<worksheet><sheetData>${row.repeat(20)}</sheetData></worksheet>` },
  ])

  expect((await send(preview, bomb)).body.code).toBe('list-unreadable')
  expect((await send(preview, 'PK\x03\x04kaput')).body.code).toBe('list-unreadable')
  expect((await send(preview, long)).body.code).toBe('too-large')
  const cpuMs = startCpuClock()
  expect((await send(preview, endless)).body.code).toBe('too-large')
  expect((await send(preview, named)).body.code).toBe('too-large')
  expect(cpuMs()).toBeLessThan(5_000)
  expect((await send(`${preview}?columns=bank`, 'Nazwa\nA\n')).status).toBe(400)
  expect((await send('/api/contractors/import?columns=name', 'Nazwa\nA\n')).status).toBe(400)
})
