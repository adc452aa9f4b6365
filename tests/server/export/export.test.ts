import { createHash } from 'node:crypto'
import { rm } from 'node:fs/promises'
import path from 'node:path'
import { expect, it } from 'vitest'
import { upload } from '../../support/form.ts'
import { openTestHouse } from '../../support/house.ts'
import { buildMail } from '../../support/mail.ts'
import { type Actor, buildCase, buildContractor, buildNote, buildUser, tokenOf } from '../../support/people.ts'
import { readZip } from '../../support/read-zip.ts'

const test = await openTestHouse()
const anna = await buildUser(test, { name: 'Anna Żak' })
const bartek = await buildUser(test)
const hash = (bytes: Buffer | string) => createHash('sha256').update(bytes).digest('hex')

async function exported(actor: Actor, contractorId: string) {
  const headers = { authorization: `Bearer ${await tokenOf(test, actor.id)}` }
  const reply = await test.app.inject({ url: `/api/contractors/${contractorId}/export`, headers })
  expect(reply.statusCode, reply.body.slice(0, 300)).toBe(200)
  return { reply, files: await readZip(reply.rawPayload) }
}
const names = (files: Map<string, Buffer>) => [...files.keys()].map(name => name.replace(/\d{4}-\d\d-\d\d/, 'DZIEN'))

it('holds the mails byte for byte, the documents, a page, a list and checksums that add up', async () => {
  const file = await buildContractor(anna, { name: 'Okna Żółw', addresses: ['@zolw.example'] })
  const kase = await buildCase(anna, file.id)
  const attachments = [{ name: 'oferta.pdf', type: 'application/pdf', content: '%PDF-1.4 oferta' }]
  const source = buildMail({ subject: 'Oferta: okna/drzwi', attachments })
  await anna.hand(source, `?contractorId=${file.id}&caseId=${kase.id}`)
  await buildNote(anna, file.id, { title: 'Ustalenia', note: 'Termin w piątek' })
  await buildNote(anna, file.id, { kind: 'meeting', title: 'Odbiór', startsAt: '2099-01-01T10:00:00.000Z' })

  const { reply, files } = await exported(anna, file.id)

  expect(names(files)).toEqual([
    expect.stringMatching(/^(maile|dokumenty)\//),
    expect.stringMatching(/^(maile|dokumenty)\//),
    'index.html',
    'timeline.csv',
    'sha256sums.txt',
  ])
  const mail = [...files].find(([name]) => name.startsWith('maile/'))
  expect(mail?.[0]).toMatch(/Oferta okna drzwi\.eml$/)
  expect(hash(mail?.[1] ?? '')).toBe(hash(Buffer.from(source)))
  const page = String(files.get('index.html'))
  for (const word of ['Okna Żółw', 'Anna Żak', 'Ustalenia', 'Termin w piątek', 'Odbiór', kase.reference, 'Pozycji: 4'])
    expect(page).toContain(word)
  const sums = String(files.get('sha256sums.txt')).trim().split('\n')
  expect(sums).toHaveLength(files.size - 1)
  for (const line of sums) expect(hash(files.get(line.slice(66)) ?? '')).toBe(line.slice(0, 64))
  expect(decodeURIComponent(String(reply.headers['content-disposition']))).toContain('Okna Żółw.zip')
})

it('names the related contractors that the exporting person sees, and what each is', async () => {
  const [file, parent, hidden] = [
    await buildContractor(anna, { name: 'Sklep' }),
    await buildContractor(anna, { name: 'Spółka Matka' }),
    await buildContractor(anna, { name: 'Ukryty Oddział', audience: { users: [] } }),
  ]
  await anna.put(`/api/contractors/${file.id}/related/${parent.id}`, { kind: 'parent' })
  await anna.put(`/api/contractors/${file.id}/related/${hidden.id}`, { kind: 'branch' })

  const [hers, his] = [await exported(anna, file.id), await exported(bartek, file.id)].map(({ files }) =>
    String(files.get('index.html')),
  )

  expect(hers).toContain(
    '<dt>Powiązani kontrahenci</dt><dd>Spółka Matka (spółka dominująca), Ukryty Oddział (oddział)</dd>',
  )
  expect(his).toContain('<dt>Powiązani kontrahenci</dt><dd>Spółka Matka (spółka dominująca)</dd>')
})

it('holds what is known of calls, meetings and tasks, and what is said about them', async () => {
  const file = await buildContractor(anna, { people: [{ name: 'Ewa Kos' }] })
  const call = { startsAt: '2026-03-03T10:00:00.000Z', endsAt: '2026-03-03T10:25:00.000Z' }
  await buildNote(anna, file.id, { kind: 'call', title: 'Telefon', personId: file.people[0]?.id, ...call })
  const mail = await anna.hand(buildMail({ subject: 'Prośba o próbki' }), `?contractorId=${file.id}`)
  const task = await buildNote(anna, file.id, {
    kind: 'task',
    title: 'Wysłać próbki',
    fromItemId: mail.body.items[0].id,
    assigneeId: bartek.id,
    dueOn: '2026-03-09',
    state: 'in-progress',
  })
  await anna.post(`/api/activities/${task.objectId}/comments`, { comment: '=Kurier; "dopiero" jutro' })

  const { files } = await exported(anna, file.id)

  const list = String(files.get('timeline.csv')).split('\r\n')
  expect(list[0]).toMatch(/;Treść;Osoba kontaktowa;Wykonuje;Termin;Stan;Czas trwania \(min\);Komentarze;Z wiadomości$/)
  expect(list.find(line => line.includes('Telefon'))).toMatch(/;Ewa Kos;;;;25;;$/)
  expect(list.find(line => line.includes('Wysłać próbki'))).toMatch(
    /;;Użytkownik \d+;2026-03-09;w toku;;"\d{4}-\d\d-\d\d \d\d:\d\d Anna Żak: =Kurier; ""dopiero"" jutro";Prośba o próbki$/,
  )
  const page = String(files.get('index.html'))
  for (const fact of [
    'Osoba kontaktowa: Ewa Kos',
    'Czas trwania (min): 25',
    'Termin: 2026-03-09',
    'Stan: w toku',
    'Z wiadomości: Prośba o próbki',
  ])
    expect(page).toContain(fact)
  expect(page).toContain('Anna Żak: =Kurier; &quot;dopiero&quot; jutro')
})

it('calls types of documents as the administrators do, in the language of whoever takes them out', async () => {
  const look = { icon: 'alert', colour: 'red', words: ['reklamac*'] }
  const own = await anna.post('/api/document-types', { namePl: 'Reklamacja', nameEn: 'Complaint', ...look })
  await anna.patch('/api/document-types/offer', { namePl: 'Propozycja' })
  const file = await buildContractor(anna)
  for (const name of ['reklamacja.txt', 'oferta.txt'])
    await upload(test, anna, file.id, { name, content: Buffer.from(name) })
  const list = async (actor: Actor) => String((await actor.get(`/api/contractors/${file.id}/timeline.csv`)).body)
  await bartek.patch('/api/me', { language: 'en' })

  const [{ files }, polish, english] = [await exported(anna, file.id), await list(anna), await list(bartek)]

  for (const text of [polish, String(files.get('timeline.csv'))])
    for (const row of [';Reklamacja;reklamacja.txt;', ';Propozycja;oferta.txt;']) expect(text).toContain(row)
  expect(String(files.get('index.html'))).toContain('<td>Reklamacja</td>')
  for (const word of ['Complaint', 'offer']) expect(english).toMatch(new RegExp(`[;,]${word}[;,]`))
  await bartek.patch('/api/me', { language: 'pl' })
  await anna.patch('/api/document-types/offer', { namePl: null })
  await anna.patch(`/api/document-types/${own.body.key}`, { words: [] })
})

it('leads by links that are there, with nothing that runs or loads', async () => {
  const file = await buildContractor(anna)
  const subject = `<script>alert(1)</script>" onload="x & 100% #1?`
  await anna.hand(buildMail({ subject }), `?contractorId=${file.id}`)

  const { files } = await exported(anna, file.id)

  const page = String(files.get('index.html'))
  expect(page).not.toMatch(/<script|onload="x|https?:\/\//)
  expect(page).toContain(`default-src 'none'`)
  const [, link] = /<a href="([^"]+)"/.exec(page) ?? []
  expect([...files.keys()]).toContain((link ?? '').split('/').map(decodeURIComponent).join('/'))
})

it('holds for each reader what he may see, and notes it', async () => {
  const file = await buildContractor(anna)
  await anna.hand(buildMail({ subject: 'jawny' }), `?contractorId=${file.id}`)
  const hidden = await anna.hand(buildMail({ subject: 'tajny' }), `?contractorId=${file.id}`)
  await upload(test, anna, file.id, { name: 'tajne.txt', content: 'tajne', fields: { audience: '{"users":[]}' } })
  await anna.patch(`/api/items/${hidden.body.items[0].id}`, { audience: { users: [] } })

  const whole = await exported(anna, file.id)
  const part = await exported(bartek, file.id)

  expect(whole.files.size).toBe(6)
  expect(names(part.files)).toEqual(['maile/DZIEN jawny.eml', 'index.html', 'timeline.csv', 'sha256sums.txt'])
  for (const [, bytes] of part.files) expect(String(bytes)).not.toContain('tajn')
  const { rows } = await test.asSuper.query(
    `select user_id from audit_entry where verb = 'exported' and object_id = $1 order by id`,
    [file.id],
  )
  expect(rows.map(row => row.user_id)).toEqual([anna.id, bartek.id])
  const read = await anna.get(`/api/items/${hidden.body.items[0].id}/readings`)
  expect(JSON.stringify(read.body)).toContain('source')
})

it('names blind recipients only to who may know them', async () => {
  const file = await buildContractor(anna)
  const source = buildMail({ subject: 'ukryta kopia', headers: ['Bcc: tajny@odbiorca.example'] })
  await anna.hand(source, `?contractorId=${file.id}`)

  const mailOf = async (actor: Actor) => {
    const { files } = await exported(actor, file.id)
    return String([...files].find(([name]) => name.endsWith('.eml'))?.[1])
  }

  expect(await mailOf(anna)).toContain('tajny@odbiorca.example')
  expect(await mailOf(bartek)).not.toContain('tajny@odbiorca.example')
})

it('is not there for who may not see the file', async () => {
  const file = await buildContractor(anna, { audience: { users: [] } })

  for (const list of ['export', 'timeline.csv']) {
    expect((await bartek.get(`/api/contractors/${file.id}/${list}`)).body.code).toBe('not-found')
    expect((await bartek.get(`/api/contractors/${crypto.randomUUID()}/${list}`)).body.code).toBe('not-found')
  }
})

it('says what is missing in the store, and holds the rest', async () => {
  const file = await buildContractor(anna)
  await upload(test, anna, file.id, { name: 'jest.txt', content: 'jest' })
  const lost = await upload(test, anna, file.id, { name: 'brak.txt', content: 'przepadnie' })
  expect(lost.status).toBe(201)
  const name = hash('przepadnie')
  await rm(path.join(test.house.config.dataFolder, 'blobs', name.slice(0, 2), name))

  const { files } = await exported(anna, file.id)

  expect(names(files)).toContain('dokumenty/DZIEN jest.txt')
  expect(names(files)).not.toContain('dokumenty/DZIEN brak.txt')
  expect(String(files.get('timeline.csv'))).toContain('pliku brakuje w magazynie')
})

it('writes what a timeline shows under its filters as a spreadsheet, over many pages', async () => {
  const file = await buildContractor(anna)
  for (let n = 0; n < 5; n += 1) await buildNote(anna, file.id, { title: `Notatka ${n}; „cytat"`, note: '=1+1' })
  await anna.hand(buildMail({ subject: '=cmd|calc' }), `?contractorId=${file.id}`)

  const all = String((await anna.get(`/api/contractors/${file.id}/timeline.csv`)).body)
  const notes = String((await anna.get(`/api/contractors/${file.id}/timeline.csv?kind=note&q=cytat`)).body)

  expect(all.split('\r\n')).toHaveLength(8)
  expect(all).toContain(`'=cmd|calc`)
  expect(all).toContain(`"Notatka 4; „cytat"""`)
  expect(all).toContain(`;'=1+1`)
  expect(notes.split('\r\n')).toHaveLength(7)
  expect(notes).not.toContain('calc')
})

it('writes the same of a case', async () => {
  const file = await buildContractor(anna)
  const kase = await buildCase(anna, file.id)
  await buildNote(anna, file.id, { title: 'w sprawie', caseId: kase.id })
  await buildNote(anna, file.id, { title: 'poza sprawą' })

  const { body } = await anna.get(`/api/cases/${kase.id}/timeline.csv`)

  expect(String(body)).toContain('w sprawie')
  expect(String(body)).not.toContain('poza')
})
