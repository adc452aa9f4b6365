import { afterAll, beforeAll, expect, it } from 'vitest'
import { mail } from './mails.ts'
import { type OutlookWindow, openOutlook } from './outlook-window.ts'
import { signInBeside } from './pane-reader.ts'
import { openWorld, type World } from './world.ts'

let world: World
let outlook: OutlookWindow
/** What Outlook's library calls HTML and text where it talks to its host. */
const form = { text: 0, html: 3 }
const hostile = `Zła & "Spółka" <img src=x onerror=alert(1)>`

beforeAll(async () => {
  world = await openWorld('blocked')
  const { direct } = world
  const people = [{ name: 'Anna Nowak', addresses: ['anna@stolarz.example'] }]
  await direct.post('/api/contractors', { name: 'Stolarz', people, addresses: [] })
  await direct.post('/api/contractors', { name: hostile, addresses: ['@zla.example'] })
  const base = { language: 'pl', subject: '', isShared: false }
  const thanks = { name: 'Podziękowanie', subject: 'Dziękujemy, {kontrahent}', isShared: true }
  await direct.post('/api/mail-templates', {
    ...base,
    ...thanks,
    body: 'Dzień dobry, {imię}!\nSprawa {znak sprawy}, {kontrahent}. {ja}',
  })
  await direct.post('/api/mail-templates', { ...base, name: 'Krótki', body: '{kontrahent} {imie}' })
  const draft = (id: string, address: string, facts = {}) =>
    mail(id, { kind: 'compose', subject: '', to: [{ name: '', address }], ...facts })
  const items = [
    draft('known', 'anna@stolarz.example'),
    draft('hostile', 'ktos@zla.example'),
    draft('plain', 'ktos@zla.example', { form: 'text' }),
    draft('both', 'anna@stolarz.example', {
      to: ['anna@stolarz.example', 'ktos@zla.example'].map(address => ({ name: '', address })),
    }),
    draft('nobody', 'nikt@nieznany.example'),
  ]
  outlook = await openOutlook(world.browser, { items, selected: ['known'] })
  await signInBeside(outlook)
})

afterAll(() => world?.close())

const show = async (id: string) => {
  await outlook.rig((rig, which: string) => rig.select(which), id)
}
const choose = (name: string) => outlook.pane.getByRole('combobox', { name: 'Szablon' }).selectOption({ label: name })
const insert = () => outlook.pane.getByRole('button', { name: 'Wstaw do wiadomości' }).click()
const inserted = (id: string) => outlook.rig((rig, which: string) => rig.items[which]?.inserted, id)

it('fills a template with what is known of the draft, and shows the rest as a gap', async () => {
  await outlook.pane.getByRole('heading', { name: 'Stolarz' }).waitFor()
  await choose('Podziękowanie')
  await expect.poll(() => outlook.pane.getByRole('textbox', { name: 'Imię' }).inputValue()).toBe('Anna')
  expect(await outlook.pane.getByRole('textbox', { name: 'Znak sprawy' }).inputValue()).toBe('')

  await insert()

  await outlook.pane.getByText('Uzupełnij luki w wiadomości: znak sprawy').waitFor()
  const [only, ...others] = (await inserted('known')) ?? []
  expect(others).toEqual([])
  expect(only?.form).toBe(form.html)
  expect(only?.data).toMatch(/^Dzień dobry, Anna!<br>Sprawa <span [^<>]*>\[znak sprawy\]<\/span>, Stolarz\. \S/)
  expect(await outlook.rig(rig => rig.items.known?.subject)).toBe('Dziękujemy, Stolarz')
})

it('leaves a subject alone that is there, and takes the word of the writer', async () => {
  // Typed since the pane looked: Outlook tells of no letter of a subject.
  await outlook.rig(rig => {
    if (rig.items.known) rig.items.known.subject = 'Temat nadawcy'
  })
  await choose('Krótki')
  await choose('Podziękowanie')
  await outlook.pane.getByRole('textbox', { name: 'Znak sprawy' }).fill('2026/0099')

  await insert()

  await outlook.pane.getByText('Wstawiono.', { exact: true }).waitFor()
  expect((await inserted('known'))?.[1]?.data).toContain('Sprawa 2026/0099, Stolarz')
  expect(await outlook.rig(rig => rig.items.known?.subject)).toBe('Temat nadawcy')
})

it('makes no markup of what a contractor is called', async () => {
  await show('hostile')
  await outlook.pane.getByRole('heading', { name: hostile }).waitFor()
  await choose('Krótki')
  await insert()

  await outlook.pane.getByText('Uzupełnij luki w wiadomości: imie').waitFor()
  const [only] = (await inserted('hostile')) ?? []
  expect(only?.data).toMatch(
    /^Zła &amp; &quot;Spółka&quot; &lt;img src=x onerror=alert\(1\)&gt; <span [^<>]*>\[imie\]<\/span>$/,
  )
})

it('writes plain text into a draft that is plain text', async () => {
  await show('plain')
  await outlook.pane.getByRole('heading', { name: hostile }).waitFor()
  await choose('Krótki')
  await insert()

  await expect.poll(() => inserted('plain')).toEqual([{ data: `${hostile} [imie]`, form: form.text }])
})

it('names none of several contractors whom a mail goes to until one is chosen', async () => {
  await show('both')
  await outlook.pane.getByRole('tab', { name: 'Stolarz' }).waitFor()
  await choose('Podziękowanie')
  const contractor = outlook.pane.getByRole('textbox', { name: 'Kontrahent' })
  expect(await contractor.inputValue()).toBe('')

  await outlook.pane.getByRole('tab', { name: 'Stolarz' }).click()

  await expect.poll(() => contractor.inputValue()).toBe('Stolarz')
  expect(await outlook.pane.getByRole('textbox', { name: 'Imię' }).inputValue()).toBe('')
})

it('says when Outlook does not take the text, and fills nothing where nobody is known', async () => {
  await show('nobody')
  await outlook.pane.getByRole('heading', { name: 'Żaden adresat nie jest jeszcze znany' }).waitFor()
  await choose('Krótki')
  await outlook.rig(rig => {
    rig.fail[13] = [5001]
  })
  await insert()
  await outlook.pane.getByRole('alert').getByText('Program pocztowy nie przyjął tej treści').waitFor()
  await insert()

  await expect
    .poll(async () => (await inserted('nobody'))?.[0]?.data)
    .toMatch(/^<span [^<>]*>\[kontrahent\]<\/span> <span [^<>]*>\[imie\]<\/span>$/)
})

it('made the browser complain of nothing', () => {
  expect(outlook.complaints).toEqual([])
})
