import { expect, it } from 'vitest'
import { openTestHouse } from '../../support/house.ts'
import { indexWords } from '../../support/index-words.ts'
import { buildMail } from '../../support/mail.ts'
import { type Actor, buildCase, buildContractor, buildNote, buildUser } from '../../support/people.ts'

const test = await openTestHouse()
const anna = await buildUser(test)
const bartek = await buildUser(test)
const contractor = await buildContractor(anna, { addresses: ['@szukany.example'] })
const caseFile = await buildCase(anna, contractor.id)
const other = await buildContractor(anna, { addresses: ['@inny.example'] })

const mail = (subject: string, text: string, more: { from?: string } = {}) =>
  buildMail({ from: 'jan@szukany.example', subject, text, ...more })

await anna.hand(mail('Zamówienie śrub', 'Proszę o fakturę za śruby nierdzewne. Płatność przelewem, FV/12/2026.'))
await anna.hand(mail('Reklamacja', 'Śruby doszły uszkodzone, przesyłamy protokół szkody.'), `?caseId=${caseFile.id}`)
await anna.hand(mail('Oferta', 'We confirmed the deliveries of stainless bolts.', { from: 'kim@inny.example' }))
await anna.hand(mail('Poufne śruby', 'Tylko dla Anny: śruby hartowane.'))
await anna.hand(mail('Z odstępami', 'NIP 999-795-23-67, tel. (22) 555 50 56, razem 2 132,82 zł, podaj e-mail.'))
await anna.hand(mail('Bez odstępów', 'NIP PL9997952367, tel. +48225555056, razem 2132,82 zł, podaj email.'))
await indexWords(test)
const secret = (await find(anna, 'poufne')).items[0]
await anna.patch(`/api/items/${secret?.id}`, { audience: { users: [anna.id] } })

async function find(
  user: Actor,
  q: string,
  more = '',
): Promise<{ items: { id: string; title: string; found: Found }[] }> {
  const reply = await user.get(`/api/search?q=${encodeURIComponent(q)}${more}`)
  expect(reply.status).toBe(200)
  return reply.body
}

interface Found {
  title: { start: number; end: number }[]
  text: string | null
  marks: { start: number; end: number }[]
}

const titles = async (q: string, more = '', user = anna) =>
  (await find(user, q, more)).items.map(item => item.title).toSorted((one, other) => (one < other ? -1 : 1))

it.each([
  ['faktura', ['Zamówienie śrub']],
  ['FAKTURAMI', ['Zamówienie śrub']],
  ['sruba', ['Poufne śruby', 'Reklamacja', 'Zamówienie śrub']],
  ['zamowieniu', ['Zamówienie śrub']],
  ['delivery confirm', ['Oferta']],
  ['śruba protokołem', ['Reklamacja']],
  ['prot', ['Reklamacja']],
  ['prot ', []],
  ['FV/12/2026', ['Zamówienie śrub']],
  ['"śruby nierdzewne"', ['Zamówienie śrub']],
  ['„protokół szkody”', ['Reklamacja']],
  ['"nierdzewne śruby"', []],
  ['"śruba nierdzewna"', []],
  ['śruby -reklamacja', ['Poufne śruby', 'Zamówienie śrub']],
  ['śruby -"protokół szkody" -poufne', ['Zamówienie śrub']],
  ['jan@szukany.example faktura', ['Zamówienie śrub']],
  ['za faktury na', ['Zamówienie śrub']],
  ['-śruby', []],
  ["' | ) & ! \\", []],
])('finds by %s', async (q, expected) => {
  expect(await titles(q)).toEqual(expected)
})

it.each(
  [
    ['9997952367', '999-795-23-67', '999 795 23 67', 'PL9997952367', 'pl 999-79-52-367', 'NIP 999-795-23-67,'],
    ['225555056', '22 555 50 56', '+48 225 555 056', '(22) 555-50-56', '0048225555056 '],
    ['2132,82', '2 132,82', '2.132,82 zł', '2132.82'],
    ['email', 'e-mail', 'e-mailem', 'emaila'],
  ].flat(),
)('finds and marks the same by %s, in whatever spelling it is written', async q => {
  const { items } = await find(anna, q)

  expect(new Set(items.map(({ title }) => title))).toEqual(new Set(['Bez odstępów', 'Z odstępami']))
  for (const { found } of items) expect(found.marks.length).toBeGreaterThan(0)
})

it('finds a number in quotation marks as it is written there, and denies it in every spelling', async () => {
  expect(await titles('"9997952367"')).toEqual([])
  expect(await titles('"999-795-23-67"')).toEqual(['Z odstępami'])
  expect(await titles('podaj -999-795-23-67')).toEqual([])
})

it('narrows by contractor, case, kind, time, attachment and person', async () => {
  const people = await anna.get(`/api/contractors/${contractor.id}`)
  expect(people.status).toBe(200)

  expect(await titles('śruby', `&contractorId=${other.id}`)).toEqual([])
  expect(await titles('śruby', `&caseId=${caseFile.id}`)).toEqual(['Reklamacja'])
  expect(await titles('śruby', '&kind=mail-out')).toEqual([])
  expect(await titles('śruby', '&kind=mail-in&kind=note')).toHaveLength(3)
  expect(await titles('śruby', '&from=2100-01-01T00:00:00.000Z')).toEqual([])
  expect(await titles('śruby', '&to=2001-01-01T00:00:00.000Z')).toEqual([])
  expect(await titles('śruby', '&attachment=true')).toEqual([])
  expect(await titles('śruby', `&personId=${crypto.randomUUID()}`)).toEqual([])
})

it('finds the mail of a contact person, and nothing of a person whose contractor is hidden', async () => {
  const hidden = await buildContractor(anna, {
    addresses: ['@osoby.example'],
    people: [{ name: 'Ewa Lis', addresses: ['ewa@osoby.example'] }],
    audience: { users: [] },
  })
  await anna.hand(mail('Od Ewy', 'Pytanie o nakrętki.', { from: 'ewa@osoby.example' }))
  await anna.hand(mail('Od Adama', 'Pytanie o nakrętki.', { from: 'adam@osoby.example' }))
  await indexWords(test)
  const { body } = await anna.get(`/api/contractors/${hidden.id}`)
  const [person] = body.people

  expect(await titles('nakrętka', `&personId=${person.id}`)).toEqual(['Od Ewy'])
  expect(await titles('nakrętka', `&personId=${person.id}`, bartek)).toEqual([])
})

it('marks the finds in title and text, whatever the form', async () => {
  const [item] = (await find(anna, 'faktura zamówienia')).items
  const cut = (text: string, marks: { start: number; end: number }[]) =>
    marks.map(({ start, end }) => text.slice(start, end))

  expect(cut(item?.title ?? '', item?.found.title ?? [])).toEqual(['Zamówienie'])
  expect(cut(item?.found.text ?? '', item?.found.marks ?? [])).toEqual(['fakturę'])
})

it('shows nothing of what is hidden: no row, no words', async () => {
  expect(await titles('śruby', '', bartek)).toEqual(['Reklamacja', 'Zamówienie śrub'])
  expect(await titles('hartowane', '', bartek)).toEqual([])
  const client = await test.asApp.connect()
  try {
    await client.query(`begin; select set_config('lupa.user', '${bartek.id}', true)`)
    const { rows } = await client.query('select * from found_texts($1, 100)', [[secret?.id]])
    expect(rows).toEqual([])
  } finally {
    await client.query('rollback')
    client.release()
  }
})

it('searches a timeline by the same words', async () => {
  const inFile = await anna.get(`/api/contractors/${contractor.id}/timeline?q=${encodeURIComponent('protokołu')}`)
  const inCase = await anna.get(`/api/cases/${caseFile.id}/timeline?q=${encodeURIComponent('śrubami')}`)

  expect(inFile.body.items.map((item: { title: string }) => item.title)).toEqual(['Reklamacja'])
  expect(inCase.body.items.map((item: { title: string }) => item.title)).toEqual(['Reklamacja'])
})

it('makes old words anew: of notes, and of mail whose text was not kept', async () => {
  await buildNote(anna, contractor.id, { title: 'Rozmowa o gwarancji' })
  await test.asSuper.query('delete from message_text')
  await test.asSuper.query(
    `update item_text set analyser = 0, lexemes = '' where item_id = (select id from item where title = 'Reklamacja')`,
  )
  expect(await titles('gwarancja')).toEqual([])
  expect(await titles('szkody')).toEqual([])

  await indexWords(test)

  expect(await titles('gwarancja')).toEqual(['Rozmowa o gwarancji'])
  expect(await titles('szkody')).toEqual(['Reklamacja'])
  const { rows } = await test.asSuper.query('select count(*)::int as n from item_text where analyser < 1')
  expect(rows[0].n).toBe(0)
})

it('lets no user have the index made anew, nor the server without one: only the role of the jobs', async () => {
  for (const user of [bartek.id, null]) {
    const asked = test.house.database.work(user, tx => tx.sql('select * from stale_texts(99, 10)'))

    await expect(asked).rejects.toMatchObject({ code: '42501' })
  }
})

it('shows first what suits best, and after few finds what holds only some of the words, and says so', async () => {
  const own = await buildContractor(anna, { addresses: ['@kolejny.example'] })
  const day = 86_400_000
  const at = (days: number) => ({ from: 'ola@kolejny.example', date: new Date(Date.now() - days * day) })
  await anna.hand(buildMail({ ...at(5), subject: 'Wycena tarasu', text: 'Krótko o tarasie.' }))
  await anna.hand(
    buildMail({ ...at(3), subject: 'Inne', text: `Wycena i taras. ${'Długa rozmowa o pogodzie. '.repeat(60)}` }),
  )
  await anna.hand(buildMail({ ...at(1), subject: 'Pergola', text: 'Tylko wycena pergoli.' }))
  await indexWords(test)
  const ask = async (more: string, user = anna) =>
    (await user.get(`/api/search?q=${encodeURIComponent('wycena tarasu')}${more}`)).body

  const best = await ask(`&order=best&contractorId=${own.id}`)
  const newest = await ask(`&contractorId=${own.id}`)

  const shown = (items: { title: string; found: { partial?: boolean } }[]) =>
    items.map(({ title, found }) => [title, found.partial ?? false])
  expect(shown(best.items)).toEqual([
    ['Wycena tarasu', false],
    ['Inne', false],
    ['Pergola', true],
  ])
  expect(best.next).toBeNull()
  expect(shown(newest.items)).toEqual([
    ['Inne', false],
    ['Wycena tarasu', false],
  ])
})

it('shows nothing hidden among what suits best or nearly', async () => {
  const best = (await bartek.get(`/api/search?q=${encodeURIComponent('śruby hartowane')}&order=best`)).body.items

  expect(best.map((item: { title: string }) => item.title)).not.toContain('Poufne śruby')
  expect(best.length).toBeGreaterThan(0)
})

it('leaves out what is excluded also where only some words are found', async () => {
  const { body } = await anna.get(`/api/search?q=${encodeURIComponent('wycena nieznaneslowo -pergola')}&order=best`)
  const found = body.items.map((item: { title: string }) => item.title)

  expect(found).toContain('Wycena tarasu')
  expect(found).not.toContain('Pergola')
})

it('finds forms that the dictionary does not derive', async () => {
  await anna.hand(mail('Odpowiedzialność', 'Okres rękojmi wynosi dwa lata.'))
  await indexWords(test)

  expect(await titles('rękojmia')).toEqual(['Odpowiedzialność'])
})

const filler = (letters: number) => 'Postanowienia ogólne stosuje się odpowiednio. '.repeat(Math.ceil(letters / 46))

it.each([
  ['near', 4_000],
  ['far down', 90_000],
])('shows the words around a find %s in a text', async (place, letters) => {
  const word = `zastrzeżenie${letters}`
  await anna.hand(mail(`Regulamin ${place}`, `${filler(letters)}Uwaga: ${word} do protokołu. ${filler(20_000)}`))

  const { items } = await find(anna, word)

  expect(items[0]?.found.text).toMatch(new RegExp(`^….{0,60}Uwaga: ${word} do protokołu`))
  expect(items[0]?.found.marks).toHaveLength(1)
})

it('shows further down what a text says of more of the words than its beginning does', async () => {
  const beginning = 'Pelargonia stoi na oknie. '
  await anna.hand(mail('Rośliny', `${beginning}${filler(50_000)}Pelargonia i surfinia są w hali. ${filler(20_000)}`))

  const [item] = (await find(anna, 'pelargonia surfinia')).items

  expect(item?.found.text).toContain('Pelargonia i surfinia są w hali.')
  expect((await find(anna, 'pelargonia')).items[0]?.found.text).toContain(beginning)
})
