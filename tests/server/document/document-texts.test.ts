import { afterAll, expect, it, vi } from 'vitest'
import { stopReading } from '../../../server/document/text/read-apart.ts'
import { readDocument } from '../../../server/document/text/read-document.ts'
import { emptySheet } from '../../../server/sample/documents/sheet.ts'
import { sheetAsPdf } from '../../../server/sample/documents/sheet-as-pdf.ts'
import { openTestHouse } from '../../support/house.ts'
import { indexWords } from '../../support/index-words.ts'
import { buildMail } from '../../support/mail.ts'
import { buildDocx, lockPdf } from '../../support/office.ts'
import { type Actor, buildContractor, buildUser } from '../../support/people.ts'
import { jobsOf, startTestWork } from '../../support/worker.ts'

const test = await openTestHouse()
const anna = await buildUser(test)
const bartek = await buildUser(test)
const open = await buildContractor(anna, { addresses: ['@jawny.example'] })
await buildContractor(anna, { addresses: ['@tajny.example'], audience: { users: [] } })
afterAll(stopReading)

const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const pdf = sheetAsPdf({ ...emptySheet, title: 'Gwarancja', paragraphs: ['Okres rękojmi na pompę ciepła.'] })

async function send(from: string, name: string, content: Uint8Array | string, type = docx) {
  const reply = await anna.hand(buildMail({ from, attachments: [{ name, type, content }] }))
  expect(reply.body.action).toBe('file')
}

async function workOff() {
  const work = startTestWork(test)
  await vi.waitFor(async () => expect(await jobsOf(test)).toBe(0), 20_000)
  await work.stop()
  await indexWords(test)
  return work.warnings
}

const find = async (user: Actor, q: string) =>
  (await user.get(`/api/search?q=${encodeURIComponent(q)}`)).body.items as {
    id: string
    title: string
    found: { text: string | null }
  }[]
const stateOf = async (name: string) => {
  const item = (await find(anna, name)).find(({ title }) => title === name)
  return (await anna.get(`/api/items/${item?.id}`)).body.textState
}

it('finds a document by the words in it, in any form, with the words around the find', {
  timeout: 30_000,
}, async () => {
  await send('jan@jawny.example', 'gwarancja.pdf', pdf, 'application/pdf')
  expect(await find(anna, 'pompa ciepło')).toEqual([])
  expect(await stateOf('gwarancja.pdf')).toBe('waiting')

  await workOff()

  const [item] = await find(anna, 'pompy ciepłe')
  expect(item).toMatchObject({
    title: 'gwarancja.pdf',
    found: { text: expect.stringContaining('Okres rękojmi na pompę ciepła.') },
  })
  expect(await stateOf('gwarancja.pdf')).toBe('read')
})

it('reads the same bytes once, and shows nobody by them what he may not see', { timeout: 30_000 }, async () => {
  const shared = buildDocx('Wspólny regulamin korzystania')
  await send('ewa@tajny.example', 'tajna-nazwa.docx', shared)
  await workOff()
  expect(await find(bartek, 'regulamin')).toEqual([])
  const before = await test.asSuper.query('select read_at from blob_text where text like $1', ['Wspólny%'])

  await send('jan@jawny.example', 'jawna.docx', shared)
  expect(await stateOf('jawna.docx')).toBe('waiting')
  expect(await find(bartek, 'regulamin')).toEqual([])
  await workOff()

  expect((await find(bartek, 'regulaminu')).map(item => item.title)).toEqual(['jawna.docx'])
  expect(new Set((await find(anna, 'regulaminu')).map(item => item.title))).toEqual(
    new Set(['jawna.docx', 'tajna-nazwa.docx']),
  )
  const after = await test.asSuper.query('select read_at from blob_text where text like $1', ['Wspólny%'])
  expect(after.rows).toEqual(before.rows)
})

it('gives the application no text by its bytes', async () => {
  await expect(test.asApp.query('select text from blob_text')).rejects.toThrow(/permission denied/)
  for (const user of [bartek.id, null]) {
    const asked = test.house.database.work(user, tx => tx.sql('select * from document_to_read(gen_random_uuid(), 9)'))
    await expect(asked).rejects.toThrow(/permission denied/)
  }
})

it.each([
  ['zamkniety.pdf', lockPdf(pdf), 'application/pdf', 'encrypted'],
  ['urwany.docx', buildDocx('nic z tego').subarray(0, 90), docx, 'broken'],
  ['pakunek.zip', 'PK\x05\x06'.padEnd(22, '\0'), 'application/zip', 'other'],
])('marks %s and finds it by its name', { timeout: 30_000 }, async (name, content, type, state) => {
  await send('jan@jawny.example', name, content, type)

  expect(await workOff()).toEqual([])

  expect(await stateOf(name)).toBe(state)
})

it('has no job for a picture', async () => {
  const png = Buffer.from('89504e470d0a1a0a0000000d49484452000003200000025808020000', 'hex')
  await send('jan@jawny.example', 'zdjecie.png', Buffer.concat([png, Buffer.alloc(60_000, 3)]), 'image/png')

  expect(await jobsOf(test)).toBe(0)
  expect(await stateOf('zdjecie.png')).toBe('other')
})

it('tries again when the disk is in trouble, and lets an administrator have it tried', {
  timeout: 30_000,
}, async () => {
  await send('jan@jawny.example', 'kopia.docx', buildDocx('Protokół odbioru windy'))
  const read = async () => Promise.reject(Object.assign(new Error('EIO'), { code: 'EIO' }))
  const broken = { ...test, house: { ...test.house, blobs: { ...test.house.blobs, read } } }
  const work = startTestWork(broken)
  await vi.waitFor(() => expect(work.warnings).toHaveLength(1), 10_000)
  await work.stop()
  await test.asSuper.query('update graphile_worker._private_jobs set attempts = 25')
  expect(await stateOf('kopia.docx')).toBe('waiting')

  const { body } = await anna.get('/api/jobs')
  expect(body.items).toMatchObject([{ task: 'read-document' }])
  expect((await anna.post(`/api/jobs/${body.items[0].id}/retry`)).status).toBe(204)
  await workOff()

  expect((await find(anna, 'winda')).map(item => item.title)).toEqual(['kopia.docx'])
})

it.each([
  ['powolny.docx', { timeMs: 0, memoryMb: 700 }],
  ['pamietliwy.docx', { timeMs: 25_000, memoryMb: 1 }],
])(
  'gives up at the second try what holds up its reader, as %s does, and goes on',
  { timeout: 60_000 },
  async (name, limits) => {
    const long = Array.from({ length: 20_000 }, (_, index) => `Powolny dokument, akapit ${index} ${name}`)
    await send('jan@jawny.example', name, buildDocx(...long))
    // A reader that is awake already might be quicker than its limit.
    await stopReading()
    const starts: number[] = []
    const work = startTestWork(test, {
      async 'read-document'(house, id, start) {
        starts.push(start)
        await readDocument(house, id, start, limits)
      },
    })
    await vi.waitFor(async () => expect(await jobsOf(test)).toBe(0), 30_000)
    await work.stop()

    expect(starts).toEqual([1, 2])
    expect(work.warnings).toMatchObject([{ task: 'read-document' }])
    expect(await stateOf(name)).toBe('too-costly')

    await send('jan@jawny.example', `po-${name}`, buildDocx(`Zwykła treść aneksu po ${name}`))
    await workOff()
    expect(await stateOf(`po-${name}`)).toBe('read')
  },
)

it('does not even begin with a file that is too large, and goes on', { timeout: 30_000 }, async () => {
  await send('jan@jawny.example', 'ogromny.docx', buildDocx('Ogromny dokument'))
  await test.asSuper.query('update document set size = 200000000 where name = $1', ['ogromny.docx'])
  await send('jan@jawny.example', 'nastepny.docx', buildDocx('Zwykła treść aneksu'))

  await workOff()

  expect(await stateOf('ogromny.docx')).toBe('too-costly')
  expect(await stateOf('nastepny.docx')).toBe('read')
})

it('reads again what an older reader read, and what never had a job', { timeout: 30_000 }, async () => {
  const { rowCount } = await test.asSuper.query(
    `update blob_text set reader = 0, text = 'stare' where text like 'Zwykła%'`,
  )
  expect(rowCount).toBeGreaterThan(0)
  const work = startTestWork(test)
  await vi.waitFor(async () => {
    const { rows } = await test.asSuper.query(`select 1 from blob_text where text like 'Zwykła%' and reader > 0`)
    expect(rows).toHaveLength(rowCount ?? 0)
  }, 10_000)
  await work.stop()
})

it('does not take words that were made of an earlier text', async () => {
  const item = (await find(anna, 'nastepny.docx')).find(({ title }) => title === 'nastepny.docx')
  const put = (was: number) =>
    test.jobs.call('select put_texts($1, 9)', [JSON.stringify([{ itemId: item?.id, was, lexemes: `'dawne':1` }])])
  await test.asSuper.query('update item_text set analyser = -3 where item_id = $1', [item?.id])

  await put(0)
  expect(await find(anna, 'dawne')).toEqual([])
  await put(-3)
  expect(await find(anna, 'dawne')).toHaveLength(1)
})

it('follows a document to another contractor', { timeout: 30_000 }, async () => {
  const other = await buildContractor(anna)
  const [item] = await find(anna, 'pompy ciepła')
  expect((await anna.patch(`/api/items/${item?.id}`, { contractorId: other.id })).status).toBe(200)
  await workOff()

  const { body } = await anna.get(`/api/search?q=${encodeURIComponent('pompy ciepła')}&contractorId=${other.id}`)
  expect(body.items).toHaveLength(1)
  expect(
    (await anna.get(`/api/search?q=${encodeURIComponent('pompy ciepła')}&contractorId=${open.id}`)).body.items,
  ).toEqual([])
})
