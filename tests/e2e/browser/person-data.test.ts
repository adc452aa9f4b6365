import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { buildMail } from '../../support/mail.ts'
import { readZip } from '../../support/read-zip.ts'
import { openStory } from './open-story.ts'
import { barriers, chooseLanguage, visit } from './reader.ts'

const ola = 'ola.nowak@firma-oli.example'

const { direct, page, complaints } = await openStory({
  at: '#/admin/person-data',
  prepare: async direct => {
    const people = [{ name: 'Ola Nowak', phones: ['601 602 603'], addresses: [ola] }]
    const { id } = await direct.post('/api/contractors', { name: 'Firma Oli', people, note: `Pisać na ${ola}` })
    const question = buildMail({ from: `Ola Nowak <${ola}>`, subject: 'Pytanie' })
    await direct.handIn(`/api/messages?contractorId=${id}`, question)
    const attachments = [{ name: 'Faktura 7.pdf', type: 'application/pdf', content: '%PDF-1.4 faktura 7' }]
    const invoice = buildMail({ from: ola, subject: 'Faktura', attachments })
    await direct.handIn(`/api/messages?contractorId=${id}`, invoice)
  },
})

it('finds a person by her name and says what there is of her and where', async () => {
  await page.getByLabel('E-mail, imię i nazwisko albo telefon').fill('nowak')
  await page.getByRole('button', { name: 'Znajdź' }).click()
  await page.getByRole('button', { name: `Pokaż dane: ${ola}` }).click()

  await page.getByRole('heading', { name: `Co jest o: ${ola}` }).waitFor()
  await page.getByRole('link', { name: 'Firma Oli' }).waitFor()
  await expect.poll(() => page.getByRole('list', { name: 'Ile czego' }).innerText()).toContain('maile z jej udziałem')
  expect(await barriers(page)).toEqual([])
})

it('takes her data along for her, with a reason', async () => {
  const part = page.getByRole('region', { name: 'Kopia dla tej osoby' })
  await part.getByRole('button', { name: 'Przygotuj kopię' }).click()
  expect(await part.getByLabel('Powód').getAttribute('aria-invalid')).toBe('true')
  await part.getByLabel('Powód').fill('Wniosek o dostęp z 2 marca')
  const saved = page.waitForEvent('download')
  await part.getByRole('button', { name: 'Przygotuj kopię' }).click()
  const files = await readZip(readFileSync(await (await saved).path()))

  expect(String(files.get('index.html'))).toContain('Ola Nowak')
  expect([...files.keys()].filter(name => name.endsWith('.eml'))).toHaveLength(2)
})

it('puts her on hold, so that she is not erased until it is lifted', async () => {
  const part = page.getByRole('region', { name: 'Wstrzymanie usuwania' })
  await part.getByLabel('Powód').fill('Pozew z 4 maja')
  await part.getByRole('button', { name: 'Wstrzymaj usuwanie' }).click()
  await part.getByRole('button', { name: `Zakończ wstrzymanie: ${ola}` }).waitFor()
  await page.getByRole('button', { name: 'Pokaż, co zniknie' }).click()
  await page.getByText('Dla tej osoby usuwanie jest wstrzymane.').waitFor()
  expect(await page.getByRole('button', { name: 'Usuń dane tej osoby…' }).count()).toBe(0)
  await part.getByRole('button', { name: `Zakończ wstrzymanie: ${ola}` }).click()
  await part.getByLabel('Powód').waitFor()
})

it('shows what would go, erases her by her address typed again, and keeps what the law has kept', async () => {
  await page.getByRole('button', { name: 'Pokaż, co zniknie' }).click()
  await page.getByText(/1\u00A0mail z dokumentami, które firma musi zachować/).waitFor()
  await page.getByRole('button', { name: 'Usuń dane tej osoby…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Usunięcie danych osoby' })
  await dialog.getByLabel('Powód').fill('Wniosek z 2 marca, art. 17')
  await dialog.getByRole('button', { name: 'Usuń na zawsze' }).click()
  expect(await dialog.getByLabel('Wpisz adres jeszcze raz').getAttribute('aria-invalid')).toBe('true')
  expect(await barriers(page)).toEqual([])
  await dialog.getByLabel('Wpisz adres jeszcze raz').fill(ola)
  await dialog.getByRole('button', { name: 'Usuń na zawsze' }).click()

  const past = page.getByRole('region', { name: 'Usunięte osoby' })
  await past.getByText('Usunięto', { exact: true }).waitFor()
  await past.getByRole('button', { name: 'z obowiązku: 2' }).click()
  await past.getByRole('link', { name: 'Faktura', exact: true }).waitFor()
  expect(await past.innerText()).not.toContain(ola)
  expect(await barriers(page)).toEqual([])
  const { items } = JSON.parse(await direct.text('/api/contractors?q=Firma%20Oli'))
  expect(JSON.parse(await direct.text(`/api/contractors/${items[0].id}`))).toMatchObject({
    people: [],
    note: 'Pisać na […]',
  })
})

describe.each([
  ['Polski', 'light', 1440],
  ['English', 'dark', 320],
] as const)('in %s, %s, %i px', (language, colorScheme, width) => {
  it('stays within the window with somebody open, without barriers', async () => {
    await chooseLanguage(page, language)
    await page.emulateMedia({ colorScheme })
    await page.setViewportSize({ width, height: 900 })
    await visit(page, '#/admin/person-data')
    const isPolish = language === 'Polski'
    await page.getByRole('searchbox').last().fill(ola)
    await page.getByRole('button', { name: isPolish ? 'Znajdź' : 'Find', exact: true }).click()
    await page.getByRole('button', { name: new RegExp(ola) }).click()
    await page.getByRole('button', { name: isPolish ? 'Pokaż, co zniknie' : 'Show what will go' }).click()
    await page.getByRole('heading', { name: isPolish ? 'Zniknie' : 'This goes' }).waitFor()

    expect(await barriers(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
    expect(complaints).toEqual([])
  })
})
