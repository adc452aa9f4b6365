import { afterAll, beforeAll, expect, it } from 'vitest'
import { tell } from '../../../server/outgoing/start-telling.ts'
import { openTestHouse } from '../../support/house.ts'
import { buildCase, buildContractor, buildNote, buildUser } from '../../support/people.ts'
import { mailsOf, nameServer } from './posting.ts'
import { openSmtpDouble, type SmtpDouble } from './smtp-server.ts'

const test = await openTestHouse({ publicUrl: 'https://lupa.nasza.example' })
const admin = await buildUser(test)
const anna = await buildUser(test)
const bartek = await buildUser(test)
let smtp: SmtpDouble
beforeAll(async () => {
  smtp = await openSmtpDouble()
  await nameServer(admin, smtp)
})
afterAll(() => smtp.close())

let day = 0
/** The next morning, at eight. */
async function morning() {
  day += 1
  await tell({ now: () => new Date(2026, 11, day, 8, 0) }, test.jobs, 0)
  return mailsOf(test, smtp)
}
const everyDay = async () => {
  expect((await bartek.patch('/api/me/digest', { digest: 'daily' })).body).toEqual({ digest: 'daily', hasServer: true })
  await test.asSuper.query(`update user_digest set last_at = now() - interval '1 second'`)
}
const task = (contractorId: string, title: string, dueOn: string) =>
  anna.post('/api/activities', { kind: 'task', contractorId, title, dueOn, assigneeId: bartek.id })

it('comes to nobody who did not ask for it', async () => {
  expect((await bartek.get('/api/me/digest')).body).toEqual({ digest: 'off', hasServer: true })
  expect(await morning()).toEqual([])
})

it('tells once a day of what is new in what one follows and of today’s and late tasks', async () => {
  const contractor = await buildContractor(anna, { name: 'Alfa <b>&' })
  await bartek.put(`/api/contractors/${contractor.id}/follow`, { follows: true })
  await everyDay()
  await buildNote(anna, contractor.id, { title: 'Nowa\u202e oferta <script>' })
  const yesterday = new Date(Date.now() - 2 * 86_400_000).toISOString().slice(0, 10)
  await task(contractor.id, 'Oddzwonić', yesterday)
  await task(contractor.id, 'Kiedyś', '2099-01-01')

  const [mail, ...more] = await morning()

  expect(more).toEqual([])
  expect(mail?.recipients).toEqual([bartek.email])
  expect(mail?.text).toContain('Nowa oferta <script>')
  expect(mail?.html).toContain('Nowa oferta &lt;script&gt;')
  expect(mail?.html).toContain('Alfa &lt;b&gt;&amp;')
  expect(mail?.text).toMatch(/ZADANIA PO TERMINIE\s+\* Oddzwonić/)
  // Not due yet, it is told of as news: somebody gave it to him.
  expect(mail?.text).toMatch(/NOWE W TYM, CO OBSERWUJESZ[\s\S]*\* Kiedyś/)
  await tell({ now: () => new Date(2026, 11, day, 9, 0) }, test.jobs, 0)
  expect(await mailsOf(test, smtp)).toEqual([])
})

it('names nothing that its reader may not see when it is sent, and nothing confidential', async () => {
  const contractor = await buildContractor(anna, { name: 'Beta' })
  await bartek.put(`/api/contractors/${contractor.id}/follow`, { follows: true })
  await everyDay()
  const caseFile = await buildCase(anna, contractor.id, { audience: { users: [bartek.id] } })
  const taken = await buildNote(anna, contractor.id, { title: 'Cofnięta', caseId: caseFile.id })
  const secret = await buildNote(anna, contractor.id, { title: 'Poufna podwyżka' })
  const audience = { users: [bartek.id], groups: [] }
  expect((await anna.patch(`/api/items/${secret.id}`, { audience })).status).toBe(200)
  expect((await bartek.get(`/api/items/${secret.id}`)).status).toBe(200)
  day += 1
  await tell({ now: () => new Date(2026, 11, day, 8, 0) }, test.jobs, 0)
  await anna.patch(`/api/cases/${caseFile.id}`, { audience: { users: [] } })
  expect((await bartek.get(`/api/items/${taken.id}`)).status).toBe(404)

  const [mail] = await mailsOf(test, smtp)

  expect(`${mail?.subject}${mail?.text}${mail?.html}`).not.toMatch(/Poufna podwyżka|Cofnięta/)
  expect(mail?.text).toContain('Poufne, tu nienazwane: 1.')
})

it('tells whoever takes over from a leaver from whom, in his language, and names none of what it is', async () => {
  const leaver = await buildUser(test, { name: 'Ewa <i>Odeszła' })
  const [carol, dora] = [await buildUser(test), await buildUser(test)]
  await carol.patch('/api/me', { language: 'en' })
  for (const heir of [carol, dora]) await heir.patch('/api/me/digest', { digest: 'daily' })
  const file = await buildContractor(leaver, { name: 'Tajna Spółka', audience: { users: [] } })
  await buildCase(leaver, file.id, { title: 'Tajna Sprawa' })
  const other = await buildContractor(anna)
  await buildNote(anna, other.id, { kind: 'task', title: 'Oddzwonić do niej', assigneeId: leaver.id })
  await admin.patch(`/api/accounts/${leaver.id}`, { isDisabled: true })
  await everyDay()
  const give = (toId: string, part: string) =>
    admin.post(`/api/accounts/${leaver.id}/hand-over`, { toId, parts: [part] })
  expect((await give(carol.id, 'cases')).body).toMatchObject({ cases: 1 })
  expect((await give(bartek.id, 'contractors')).body).toMatchObject({ contractors: 1 })
  expect((await give(dora.id, 'tasks')).body).toMatchObject({ tasks: 1 })

  const mails = await morning()
  const to = ({ email }: { email: string }) => mails.find(({ recipients }) => recipients.includes(email))

  expect(to(bartek)?.text).toContain('* Przejmujesz to, czym zajmowała się inna osoba: Ewa <i>Odeszła')
  expect(to(bartek)?.html).toContain('inna osoba: Ewa &lt;i&gt;Odeszła')
  expect(to(carol)?.text).toContain('* You take over what Ewa <i>Odeszła looked after')
  expect(JSON.stringify(mails)).not.toMatch(/Tajna/)
  // A task is told of by itself.
  expect(to(dora)?.text).toContain('* Oddzwonić do niej')
  expect(to(dora)?.text).not.toContain('Przejmujesz')
})

it('is not sent before the morning, nor on a day without news', async () => {
  await everyDay()
  await test.asSuper.query(`update activity set state = 'done' where kind = 'task'`)
  await tell({ now: () => new Date(2026, 11, day + 1, 6, 59) }, test.jobs, 0)
  expect(await mailsOf(test, smtp)).toEqual([])
  await test.asSuper.query(`update user_digest set last_at = now() + interval '1 second'`)

  expect(await morning()).toEqual([])
  expect((await admin.get('/api/mail-server')).body.recent[0]).toMatchObject({ kind: 'digest', state: 'nothing' })
})
