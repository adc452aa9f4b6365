import { expect, it } from 'vitest'
import { contractorColumns, fittingPages } from '../../../server/export/contractor-pages.ts'
import { listCsv } from '../../../server/export/list-csv.ts'
import { listWords } from '../../../server/export/list-words.ts'
import { guessColumns } from '../../../server/import/guess-columns.ts'
import { readContractors } from '../../../server/import/read-contractors.ts'
import { openTestHouse } from '../../support/house.ts'
import { buildMail } from '../../support/mail.ts'
import { type Actor, buildCase, buildContractor, buildNote, buildUser, tokenOf } from '../../support/people.ts'

const test = await openTestHouse()
const anna = await buildUser(test, { name: 'Anna Żak' })
const bartek = await buildUser(test, { name: 'Bartek Kos' })

/** A spreadsheet as it comes: its lines, head first, and the name to save it under. */
async function taken(actor: Actor, url: string) {
  const headers = { authorization: `Bearer ${await tokenOf(test, actor.id)}` }
  const reply = await test.app.inject({ url, headers })
  expect(reply.statusCode, reply.body.slice(0, 300)).toBe(200)
  expect(reply.headers['content-type']).toBe('text/csv; charset=utf-8')
  expect(reply.body[0]).toBe('\ufeff')
  const name = decodeURIComponent(String(reply.headers['content-disposition']).split("UTF-8''")[1] ?? '')
  return { lines: reply.body.slice(1).split('\r\n').slice(0, -1), name: name.replace(/\d{4}-\d\d-\d\d/, 'DZIEN') }
}

async function noted(actor: Actor): Promise<unknown[]> {
  const { rows } = await test.asSuper.query(
    `select object_type, object_id, details ->> 'list' as list from audit_entry where verb = 'exported' and user_id = $1 order by id`,
    [actor.id],
  )
  return rows.map(Object.values)
}

it('holds what a search finds, under its filters, for whoever may see it, and more of it than the page of the best', async () => {
  const [file, other] = [await buildContractor(anna, { name: 'Okna Żółw' }), await buildContractor(anna)]
  const kase = await buildCase(anna, file.id)
  await Promise.all(Array.from({ length: 203 }, (_, n) => buildNote(anna, file.id, { title: `Uszczelka ${n}` })))
  await buildNote(anna, other.id, { title: '=Uszczelka()', note: '@uszczelka' })
  await buildNote(anna, file.id, { title: 'W sprawie', note: 'uszczelka', caseId: kase.id })
  const mail = await anna.hand(buildMail({ subject: 'Tajna uszczelka' }), `?contractorId=${file.id}`)
  await anna.patch(`/api/items/${mail.body.items[0].id}`, { audience: { users: [] } })
  const inFile = `/api/search.csv?q=uszczelki&contractorId=${file.id}`

  const all = await taken(bartek, '/api/search.csv?q=uszczelki')
  const mine = await taken(anna, '/api/search.csv?q=uszczelki')
  const there = await taken(bartek, inFile)
  const ofCase = await taken(bartek, `/api/search.csv?q=uszczelki&caseId=${kase.id}`)
  const mails = await taken(anna, `${inFile}&kind=mail-in`)
  const past = await taken(anna, `${inFile}&to=2001-01-01T00:00:00.000Z`)

  expect(all.lines[0]).toBe('Data;Rodzaj;Tytuł;Kto;Kontrahent;Sprawy;Treść;Z wiadomości')
  expect(new Set(all.lines).size).toBe(1 + 203 + 2)
  expect(all.lines.join()).not.toContain('Tajna')
  expect(all.lines.find(line => line.includes('Uszczelka()'))).toMatch(/;notatka;'=Uszczelka\(\);.*;'@uszczelka;$/)
  expect(mine.lines).toHaveLength(1 + 203 + 3)
  expect(there.lines).toHaveLength(1 + 203 + 1)
  expect(ofCase.lines).toEqual([all.lines[0], expect.stringContaining(`;W sprawie;`)])
  expect(mails.lines).toEqual([all.lines[0], expect.stringContaining('Tajna uszczelka')])
  expect(past.lines).toHaveLength(1)
  expect([all.name, there.name]).toEqual([
    'wyniki wyszukiwania uszczelki DZIEN.csv',
    'Okna Żółw wyniki wyszukiwania uszczelki DZIEN.csv',
  ])
  expect(ofCase.name).toBe(`Okna Żółw ${kase.reference.replace('/', '-')} wyniki wyszukiwania uszczelki DZIEN.csv`)
})

it('names no file after a contractor that its reader does not see, nor holds a row of him', async () => {
  const file = await buildContractor(anna, { name: 'Ukryty', audience: { users: [] } })
  await buildNote(anna, file.id, { title: 'Schowane okucie' })
  await buildNote(anna, file.id, { kind: 'task', title: 'Schowane zadanie', dueOn: '2026-03-09' })
  const lists = [`search.csv?q=schowane&contractorId=${file.id}`, `tasks.csv?of=all&contractorId=${file.id}`]

  for (const list of lists) {
    const { lines, name } = await taken(bartek, `/api/${list}`)
    expect(lines).toHaveLength(1)
    expect(name).not.toContain('Ukryty')
    expect((await taken(anna, `/api/${list}`)).lines.length).toBeGreaterThan(1)
  }
  expect((await taken(bartek, '/api/contractors.csv?q=ukryty')).lines).toHaveLength(1)
  expect((await taken(bartek, '/api/contractors.csv')).lines.join()).not.toContain('Ukryty')
  expect((await bartek.get(`/api/contractors/${file.id}/people.csv`)).body.code).toBe('not-found')
})

it('holds the tasks of each view that are still to be done, over many pages, with the words that one looks for', async () => {
  const file = await buildContractor(anna, { name: 'Hydro' })
  const task = (title: string, more: object = {}) => buildNote(anna, file.id, { kind: 'task', title, ...more })
  const times = Array.from({ length: 201 }, (_, n) => n)
  await Promise.all(times.map(n => task(`Pompa ${n}`, { assigneeId: bartek.id, dueOn: '2026-05-01' })))
  await task('\t-Zawór', { priority: 'high', state: 'in-progress' })
  await task('Zrobione', { state: 'done' })

  const his = await taken(bartek, '/api/tasks.csv')
  const given = await taken(anna, '/api/tasks.csv?of=given&q=pompa')
  const mine = await taken(anna, `/api/tasks.csv?of=mine&contractorId=${file.id}`)

  expect(his.lines[0]).toBe('Tytuł;Kontrahent;Termin;Stan;Priorytet;Wykonuje;Zlecone przez;Przyjęte')
  expect(new Set(his.lines).size).toBe(202)
  expect(his.lines[1]).toMatch(/^Pompa \d+;Hydro;2026-05-01;nowe;zwykły;Bartek Kos;Anna Żak;$/)
  expect(given.lines).toHaveLength(202)
  expect(mine.lines.slice(1)).toEqual([expect.stringMatching(/^"?'?\s*-Zawór"?;Hydro;;w toku;wysoki;Anna Żak;;/)])
  expect([his.name, given.name]).toEqual(['moje zadania DZIEN.csv', 'zadania u innych DZIEN.csv'])
  expect((await anna.get('/api/tasks.csv?of=all')).body.code).toBe('invalid')
})

it('holds the contact persons who are there still, those who fit as on their page, as text and never as formulas', async () => {
  const people = [
    { name: 'Łucja Żak', role: '+kierownik', phones: ['+48 600 100 200'], addresses: ['lucja@okna.example'] },
    { name: '=HYPERLINK("http://zly.example")', role: 'a;b' },
    { name: 'Odeszła Osoba' },
  ]
  const file = await buildContractor(anna, { name: 'Okna: Żółw / Syn', people })
  const gone = file.people.find(({ name }) => name === 'Odeszła Osoba')
  await anna.remove(`/api/contractors/${file.id}/people/${gone?.id}`)
  const url = `/api/contractors/${file.id}/people.csv`

  const all = await taken(bartek, url)
  const some = await taken(bartek, `${url}?q=${encodeURIComponent('lucja OKNA')}`)

  expect(all.lines).toEqual([
    'Nazwa;Stanowisko;Telefony;Adresy e-mail',
    `"'=HYPERLINK(""http://zly.example"")";"a;b";;`,
    `Łucja Żak;'+kierownik;'+48 600 100 200;lucja@okna.example`,
  ])
  expect(some.lines).toEqual([all.lines[0], all.lines[2]])
  expect(all.name).toBe('Okna Żółw Syn osoby kontaktowe DZIEN.csv')
})

it('holds contractors by name with what their files say, over many pages, and the import knows the columns', async () => {
  await buildContractor(anna, { name: 'aaa @handel', addresses: ['@handel.example', 'biuro@handel.example'] })
  await buildContractor(anna, { name: 'Sama domena', addresses: ['@sama.example'] })
  await buildContractor(anna, {
    name: '-AAA Budowa',
    taxId: '5213017228',
    street: 'Leśna 2',
    city: 'Łódź',
    phones: ['22 111 22 33', '22 111 22 34'],
    tags: ['stały', 'VIP'],
  })
  await Promise.all(Array.from({ length: 201 }, (_, n) => buildContractor(anna, { name: `Seryjny ${n}` })))
  await bartek.patch('/api/me', { language: 'en' })

  const all = await taken(anna, '/api/contractors.csv')
  const serial = await taken(anna, '/api/contractors.csv?q=seryjny')
  const english = await taken(bartek, '/api/contractors.csv?q=budowa')

  const { lines } = all
  expect(lines.filter(line => line.startsWith('Seryjny '))).toHaveLength(201)
  expect(new Set(lines).size).toBe(lines.length)
  expect(lines.find(line => line.includes('AAA Budowa'))).toBe(
    `'-AAA Budowa;521-301-72-28;;;Leśna 2;Łódź;"22 111 22 33, 22 111 22 34";;Anna Żak;"stały, VIP"`,
  )
  const back = await readContractors(Buffer.from(lines.join('\r\n')))
  expect(back.find(({ input }) => input.name === '-AAA Budowa')?.input).toMatchObject({ city: 'Łódź' })
  expect(back.find(({ input }) => input.name === 'Sama domena')?.input.addresses).toEqual(['@sama.example'])
  expect(lines).toContain(`aaa @handel;;;;;;;"biuro@handel.example, @handel.example";Anna Żak;`)
  expect(serial.lines).toHaveLength(202)
  expect(english.lines[0]).toBe('Name,NIP,REGON,KRS,Street,City,Phones,E-mails,Manager,Tags')
  expect(english.lines[1]).toContain(`"22 111 22 33, 22 111 22 34"`)
  expect(guessColumns([{ cells: lines[0]?.split(';') ?? [], line: 1 }])).toEqual([
    'name',
    'taxId',
    'regon',
    'krs',
    'street',
    'city',
    'phones',
    'addresses',
    'none',
    'none',
  ])
  expect([all.name, serial.name]).toEqual(['kontrahenci DZIEN.csv', 'kontrahenci seryjny DZIEN.csv'])
  await bartek.patch('/api/me', { language: 'pl' })
})

it('says in its last line that it does not hold all that fit, and only then', async () => {
  for (const name of ['Granica 1', 'Granica 2', 'Granica 3']) await buildContractor(anna, { name })
  const words = listWords('pl')
  const csv = async (most: number) => {
    const { page, isMore } = await fittingPages(act => test.house.database.read(anna.id, act), 'granica', most)
    const end = isMore ? words.only(most) : null
    const two: typeof page = wanted => page({ ...wanted, limit: 2 })
    let text = ''
    for await (const piece of listCsv({ page: two, columns: contractorColumns(words), language: 'pl', end }))
      text += piece
    const lines = text.split('\r\n').slice(1, -1)
    return lines.map(line => line.split(';')[0])
  }

  expect(await csv(2)).toEqual(['Granica 1', 'Granica 2', expect.stringMatching(/^"To tylko pierwszych 2\./)])
  expect(await csv(3)).toEqual(['Granica 1', 'Granica 2', 'Granica 3'])
})

it('is written into the log, without what was looked for and unless nothing stands in it', async () => {
  const celina = await buildUser(test)
  const file = await buildContractor(anna, { name: 'Poufne' })
  const kase = await buildCase(anna, file.id)
  await buildNote(anna, file.id, { kind: 'task', title: 'Poufne', assigneeId: celina.id, caseId: kase.id })

  for (const list of ['search', 'tasks', 'contractors']) await taken(celina, `/api/${list}.csv?q=niczego`)
  await taken(celina, '/api/search.csv?q=poufne')
  await taken(celina, '/api/tasks.csv?q=poufne')
  await taken(celina, `/api/search.csv?q=poufne&contractorId=${file.id}`)
  await taken(celina, `/api/tasks.csv?caseId=${kase.id}&contractorId=${file.id}`)
  await taken(celina, '/api/contractors.csv?q=poufne')
  await taken(celina, `/api/contractors/${file.id}/people.csv?q=poufne`)
  await celina.get(`/api/contractors/${crypto.randomUUID()}/people.csv`)

  expect(await noted(celina)).toEqual([
    ['company', celina.id, 'search'],
    ['company', celina.id, 'tasks'],
    ['contractor', file.id, 'search'],
    ['case', kase.id, 'tasks'],
    ['company', celina.id, 'contractors'],
    ['contractor', file.id, 'people'],
  ])
})
