import { afterAll, afterEach, expect, it } from 'vitest'
import { until } from '../../e2e/thunderbird/until.ts'
import { openTestHouse } from '../../support/house.ts'
import { buildMail } from '../../support/mail.ts'
import { buildContractor, buildUser } from '../../support/people.ts'
import { healthOf, useDoors } from '../mailbox/reading.ts'
import { GraphDouble } from './graph-double.ts'

const test = await openTestHouse()
const admin = await buildUser(test)
const reading = useDoors(test)
const double = new GraphDouble()
const origin = await double.listen()
afterAll(() => double.close())
afterEach(() => {
  double.isReadOnly = false
})

const tenant = { tenant: 'firma.example', clientId: 'aplikacja-1', clientSecret: 'tajne' }
const { body: connected } = await admin.post('/api/microsoft/tenants', tenant)
await buildContractor(admin, { name: 'Klient', addresses: ['@klient.example'] })

async function readMailbox(user: string) {
  const asked = { tenantId: connected.id, user, since: '2020-01-01', marks: true }
  const reply = await admin.post('/api/microsoft/mailboxes', asked)
  expect(reply.status).toBe(201)
  const config = { ...test.house.config, microsoft: { login: origin, graph: origin }, publicUrl: null }
  reading.start({ house: { config }, pace: { lookMs: 200 } })
  return reply.body.id as string
}

const mailOf = (name: string, from: string) => buildMail({ messageId: `<${name}@x.example>`, from, to: admin.email })

it('gives filed mail a category beside those that it has, and takes it away when the mail is taken out', async () => {
  await double.deliver('a@firma.example', 'inbox', 'znana', mailOf('znana', 'jan@klient.example'))
  await double.deliver('a@firma.example', 'inbox', 'obca', mailOf('obca', 'ktos@nieznany.example'))
  double.categorise('znana', ['Czerwona'])
  const id = await readMailbox('a@firma.example')

  await until('the category', async () => double.categoriesOf('znana').length === 2)
  expect(double.categoriesOf('znana')).toEqual(['Czerwona', 'Przypisany'])
  expect(double.categoriesOf('obca')).toEqual([])
  const { rows } = await test.asSuper.query(
    `select i.id from item i join message m on m.id = i.object_id where m.message_id = 'znana@x.example'`,
  )
  await admin.remove(`/api/items/${rows[0].id}`)
  await until('no category', async () => double.categoriesOf('znana').length === 1)

  expect(double.categoriesOf('znana')).toEqual(['Czerwona'])
  const values = double.asked.filter(line => line.endsWith('/$value'))
  expect(values).toHaveLength(2)
  expect(await healthOf(admin, id)).toMatchObject({ stored: 2, markTrouble: null })
})

it('leaves the mark of the add-in as the only one, takes its own former one for the same, and knows the language of the owner', async () => {
  await admin.patch('/api/me', { language: 'en' })
  // Categories put a mail behind what came before, and the double lists by arrival only: so each has its own at once.
  await double.deliver('c@firma.example', 'inbox', 'nowa', mailOf('nowa', 'jan@klient.example'))
  await double.deliver('c@firma.example', 'inbox', 'oznaczona', mailOf('oznaczona', 'jan@klient.example'))
  double.categorise('oznaczona', ['Przypisany'])
  await double.deliver('c@firma.example', 'inbox', 'dawna', mailOf('dawna', 'jan@klient.example'))
  double.categorise('dawna', ['Lupa', 'Czerwona'])
  await readMailbox('c@firma.example')

  await until('all marks', async () => double.categoriesOf('nowa').length === 1)
  await until('the former mark to go', async () => !double.categoriesOf('dawna').includes('Lupa'))

  expect(double.categoriesOf('oznaczona')).toEqual(['Przypisany'])
  expect(double.categoriesOf('dawna')).toEqual(['Czerwona', 'Filed'])
  expect(double.categoriesOf('nowa')).toEqual(['Filed'])
})

it('says when the application may not write, and reads on', async () => {
  double.isReadOnly = true
  await double.deliver('b@firma.example', 'inbox', 'czytana', mailOf('czytana', 'jan@klient.example'))
  const id = await readMailbox('b@firma.example')

  await until('the trouble', async () => (await healthOf(admin, id)).markTrouble === 'marks-denied')
  await double.deliver('b@firma.example', 'inbox', 'nastepna', mailOf('nastepna', 'jan@klient.example'))
  await until('the next mail', async () => (await healthOf(admin, id)).stored === 2)

  expect(double.categoriesOf('czytana')).toEqual([])
  expect(await healthOf(admin, id)).toMatchObject({ state: 'live', error: null, markTrouble: 'marks-denied' })
})
