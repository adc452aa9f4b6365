import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { openTestHouse } from '../../support/house.ts'
import { buildMail } from '../../support/mail.ts'
import { type Actor, buildContractor, buildUser, tokenOf } from '../../support/people.ts'
import { readZip } from '../../support/read-zip.ts'

const test = await openTestHouse()
const admin = await buildUser(test, { name: 'Ada Admin' })
const anna = await buildUser(test)
const bartek = await buildUser(test)
const ola = 'ola@firma-oli.example'
const reason = 'Wniosek o dostęp z 2 marca'

const people = [{ name: 'Ola Nowak', role: 'księgowa', phones: ['601 602 603'], addresses: [ola] }]
const hidden = await buildContractor(anna, { name: 'Ukryta', people, audience: { users: [] } })
const mine = buildMail({ from: `Ola Nowak <${ola}>`, subject: 'Pytanie' })
await anna.hand(mine, `?contractorId=${hidden.id}`)
await anna.hand(buildMail({ from: 'anna@nasza.example', to: ola, bcc: 'ukryty@obcy.example', subject: 'Odpowiedź' }))
await anna.hand(buildMail({ from: 'ktos@obcy.example', subject: 'cudzy' }))
await anna.post('/api/activities', {
  kind: 'call',
  contractorId: hidden.id,
  personId: hidden.people[0]?.id,
  title: 'Rozmowa z Olą',
})

const open = (actor: Actor, address = ola) => actor.post('/api/person-data/exports', { address, reason })
async function taken(actor: Actor, id: string) {
  const headers = { authorization: `Bearer ${await tokenOf(test, actor.id)}` }
  return test.app.inject({ url: `/api/person-data/exports/${id}`, headers })
}

it('holds her records and mails, also of circles in which the administrator is not, and nobody else’s', async () => {
  const { body, status } = await open(admin)
  const reply = await taken(admin, body.id)
  const files = await readZip(reply.rawPayload)

  expect(status).toBe(201)
  const names = [...files.keys()]
  expect(names.filter(name => name.startsWith('maile/'))).toHaveLength(2)
  const question = names.find(name => name.endsWith('Pytanie.eml')) ?? ''
  expect(String(files.get(question))).toBe(mine)
  const page = String(files.get('index.html'))
  for (const word of [ola, 'Ada Admin', 'Ola Nowak', 'księgowa', '601 602 603', 'Rozmowa z Olą', 'Pytanie', 'Maili: 2'])
    expect(page).toContain(word)
  const data = JSON.parse(String(files.get('data.json')))
  expect(data.people).toMatchObject([{ name: 'Ola Nowak', contractor: 'Ukryta' }])
  expect(data.mails.map((mail: { subject: string }) => mail.subject).toSorted()).toEqual(['Odpowiedź', 'Pytanie'])
  for (const bytes of files.values()) expect(String(bytes)).not.toMatch(/cudzy|ukryty@obcy/)
  const sums = String(files.get('sha256sums.txt')).trim().split('\n')
  expect(sums).toHaveLength(files.size - 1)
  for (const line of sums)
    expect(
      createHash('sha256')
        .update(files.get(line.slice(66)) ?? '')
        .digest('hex'),
    ).toBe(line.slice(0, 64))
})

it('names of what others passed on among themselves only that it is there', async () => {
  const text = `Zobacz.\r\n\r\n---------- Forwarded message ---------\r\nFrom: Iga <iga@daleka.example>\r\nDate: Mon, 2 Mar 2026 10:00:00 +0100\r\nSubject: Poufne\r\nTo: anna@nasza.example\r\n\r\nTreść Igi`
  await anna.hand(buildMail({ from: 'anna@nasza.example', to: bartek.email, subject: 'Fwd: Poufne', text }))
  const { body } = await open(admin, 'iga@daleka.example')
  const files = await readZip((await taken(admin, body.id)).rawPayload)

  expect([...files.keys()]).toEqual(['index.html', 'data.json', 'sha256sums.txt'])
  const data = JSON.parse(String(files.get('data.json')))
  expect(data.mails).toMatchObject([{ subject: null, roles: ['forwarded'], file: null }])
  expect(String(files.get('data.json'))).not.toContain('Poufne')
})

it('tells those whose mail it is, and stands in the log without the address', async () => {
  await open(admin)
  const { body: told } = await anna.get('/api/notifications')
  const { body: log } = await admin.get('/api/audit?verb=exported')

  expect(told.items[0]).toMatchObject({ kind: 'person-opened', reason, by: 'Ada Admin' })
  expect((await bartek.get('/api/notifications')).body.items).toEqual([])
  expect(log.items[0]).toMatchObject({ objectType: 'person-data' })
  expect(JSON.stringify((await test.asSuper.query('select * from audit_entry')).rows)).not.toContain(ola)
})

it('is for who opened it, for an hour, and with a reason', async () => {
  const other = await buildUser(test, { admin: true })
  const { body } = await open(admin)

  expect((await open(anna)).status).toBe(403)
  expect((await admin.post('/api/person-data/exports', { address: ola, reason: 'bo tak' })).status).toBe(400)
  expect((await taken(other, body.id)).statusCode).toBe(404)
  expect((await taken(anna, body.id)).statusCode).toBe(403)
  await test.asSuper.query("update person_export set expires_at = now() - interval '1 minute'")
  expect((await taken(admin, body.id)).statusCode).toBe(404)
  await open(admin, 'nikt@nigdzie.example')
  const { rows } = await test.asSuper.query('select address from person_export where address is not null')
  expect(rows).toEqual([{ address: 'nikt@nigdzie.example' }])
})
