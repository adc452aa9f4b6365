import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { buildMail } from '../../support/mail.ts'
import { buildMsg } from '../../support/msg.ts'
import { openStory } from './open-story.ts'
import { barriers, chooseLanguage, tabTo, visit } from './reader.ts'

const attachments = [
  { name: 'Oferta na pompy.pdf', type: 'application/pdf', content: '%PDF-1.4 oferta\n%%EOF' },
  { name: 'image001.png', type: 'image/png', content: 'tabliczka znamionowa' },
]

const {
  direct,
  page,
  complaints,
  given: { file, mail },
} = await openStory({
  at: '#/contractors',
  prepare: async direct => {
    const addresses = ['@hydro.example']
    const file = (await direct.post('/api/contractors', { name: 'Hydro-Instal', addresses })).id ?? ''
    await direct.handIn('/api/messages', buildMail({ from: 'ewa@hydro.example', subject: 'Pompy', attachments }))
    const { items } = JSON.parse(await direct.text(`/api/contractors/${file}/timeline?kind=mail-in`))
    const mail: string = items[0].id
    return { file, mail }
  },
})

const documents = async () => {
  const { items } = JSON.parse(await direct.text(`/api/contractors/${file}/timeline`))
  const rows: { kind: string; title: string }[] = items
  return rows
    .filter(({ kind }) => kind !== 'mail-in')
    .map(({ kind, title }) => `${title} ${kind}`)
    .toSorted()
}
const box = (name: string) => page.getByRole('checkbox', { name: `${name}: dokument w kartotece` })

it('makes a document of what was left with a filed mail, by keyboard, and says of what type', async () => {
  await visit(page, `#/items/${mail}`)
  await box('Oferta na pompy.pdf').waitFor()
  expect(await box('Oferta na pompy.pdf').isChecked()).toBe(true)
  expect(await box('image001.png').isChecked()).toBe(false)
  expect(await barriers(page)).toEqual([])

  await tabTo(page, 'image001.png: dokument w kartotece')
  await page.keyboard.press('Space')

  await page.getByText('Załącznik leży w kartotece jako dokument.').waitFor()
  expect(await documents()).toEqual(['Oferta na pompy.pdf offer', 'image001.png document'])
  await page.getByRole('combobox', { name: 'Typ dokumentu: image001.png' }).selectOption('Protokół')
  await expect.poll(documents).toEqual(['Oferta na pompy.pdf offer', 'image001.png protocol'])
  await page.getByRole('link', { name: 'image001.png' }).waitFor()
  expect(await barriers(page)).toEqual([])
})

it('takes a document out when the time to undo is over; undone, it has never been out and keeps its own title', async () => {
  const [offer] = JSON.parse(await direct.text(`/api/items/${mail}`)).attachments
  await direct.patch(`/api/items/${offer.itemId}`, { title: 'Pompy: oferta do podpisu' })
  const before = await documents()
  await box('Oferta na pompy.pdf').focus()
  await page.keyboard.press('Space')

  await page.getByText('Wyjęto dokument z kartoteki. Załącznik został przy mailu.').waitFor()
  expect(await box('Oferta na pompy.pdf').isChecked()).toBe(false)
  await page.getByRole('button', { name: 'Cofnij' }).click()
  await expect.poll(() => box('Oferta na pompy.pdf').isChecked()).toBe(true)
  expect(await documents()).toEqual(before)

  await box('Oferta na pompy.pdf').focus()
  await page.keyboard.press('Space')
  await page.getByRole('button', { name: 'Zamknij', exact: true }).click()
  await expect.poll(documents).toEqual(['image001.png protocol'])
  await page.getByRole('button', { name: 'Pobierz: Oferta na pompy.pdf' }).waitFor()

  await box('Oferta na pompy.pdf').click()
  await expect.poll(documents).toEqual(['Oferta na pompy.pdf offer', 'image001.png protocol'])
})

it('shows a mail that came as a file: its words, without what they would run or load, and its own files', async () => {
  const content = buildMail({
    from: 'Jan Nowak <jan@klient.example>',
    subject: 'Reklamacja pomp',
    html: '<p>Pompa <b>cieknie</b>.</p><script>top.broken = 1</script><img src="http://127.0.0.1:9/oko.png" onerror="top.broken = 1">',
    attachments: [{ name: 'pomiar.txt', type: 'text/plain', content: '12 mm' }],
  })
  const carried = [{ name: 'Reklamacja.eml', type: 'application/octet-stream', content }]
  await direct.handIn(
    '/api/messages',
    buildMail({ from: 'ewa@hydro.example', subject: 'Przesyłam', attachments: carried }),
  )
  const { items } = JSON.parse(await direct.text(`/api/contractors/${file}/timeline?kind=mail-in`))
  await visit(page, `#/items/${items.find((item: { title: string }) => item.title === 'Przesyłam').id}`)

  await page.getByRole('button', { name: 'Podgląd: Reklamacja.eml' }).click()

  const shown = page.getByRole('dialog', { name: 'Reklamacja.eml' })
  await shown.getByRole('heading', { name: 'Reklamacja pomp' }).waitFor()
  await shown.getByText('Jan Nowak <jan@klient.example>').first().waitFor()
  await shown.frameLocator('iframe').getByText('cieknie').waitFor()
  await shown.getByText(/^Nie wczytano z sieci: 1\sobraz/).waitFor()
  expect(await page.evaluate(() => 'broken' in window)).toBe(false)
  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    shown.getByRole('button', { name: 'Pobierz: pomiar.txt' }).click(),
  ])
  expect(saved.suggestedFilename()).toBe('pomiar.txt')
  expect(readFileSync(await saved.path(), 'utf8')).toBe('12 mm')
  expect(await barriers(page)).toEqual([])
  await page.keyboard.press('Escape')
  await shown.waitFor({ state: 'detached' })
  // The room in which it is cleaned runs nothing, and says so.
  expect(complaints.splice(0).filter(line => !line.startsWith('Blocked script execution in'))).toEqual([])
})

it('shows a mail that Outlook wrote likewise, with the mail or by itself, and says of a broken one that it cannot be read', async () => {
  const html = '<p>Pompa <b>stoi</b>.</p><script>top.broken = 1</script><img src="http://127.0.0.1:9/oko.png">'
  const msg = buildMsg({
    texts: { '0037': 'Awaria pomp', '0C1A': 'Jan Nowak', '0C1F': 'jan@klient.example' },
    html: Buffer.from(html),
    files: [{ name: 'pomiar.txt', content: Buffer.from('12 mm') }],
  })
  const carried = [
    { name: 'Awaria.msg', content: msg },
    { name: 'Urwana.msg', content: msg.subarray(0, msg.length / 2) },
  ].map(one => ({ type: 'application/vnd.ms-outlook', ...one }))
  const mailOf = buildMail({ from: 'ewa@hydro.example', subject: 'Z Outlooka', attachments: carried })
  await direct.handIn('/api/messages', mailOf)
  const { items } = JSON.parse(await direct.text(`/api/contractors/${file}/timeline`))
  const idOf = (name: string) => items.find((item: { title: string }) => item.title === name).id
  await visit(page, `#/items/${idOf('Z Outlooka')}`)

  await page.getByRole('button', { name: 'Podgląd: Awaria.msg' }).click()
  const shown = page.getByRole('dialog', { name: 'Awaria.msg' })
  await shown.getByRole('heading', { name: 'Awaria pomp' }).waitFor()
  await shown.getByText('Jan Nowak <jan@klient.example>').first().waitFor()
  await shown.frameLocator('iframe').getByText('stoi').waitFor()
  await shown.getByText(/^Nie wczytano z sieci: 1\sobraz/).waitFor()
  await shown.getByRole('button', { name: 'Pobierz: pomiar.txt' }).waitFor()
  expect(await page.evaluate(() => 'broken' in window)).toBe(false)
  expect(await barriers(page)).toEqual([])
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Podgląd: Urwana.msg' }).click()
  const broken = page.getByRole('dialog', { name: 'Urwana.msg' })
  await broken.getByText('Nie udało się odczytać maila z tego pliku. Pobierz go i otwórz w Outlooku.').waitFor()
  await page.keyboard.press('Escape')

  await visit(page, `#/items/${idOf('Awaria.msg')}`)
  await page.getByRole('heading', { name: 'Awaria pomp' }).waitFor()
  expect(await barriers(page)).toEqual([])
  expect(complaints.splice(0).filter(line => !line.startsWith('Blocked script execution in'))).toEqual([])
})

it('has the browser save what the server keeps, under its own name, and stays where it is when that is refused', async () => {
  await visit(page, `#/items/${mail}`)
  const save = async (button: string) => {
    const act = page.getByRole('button', { name: button })
    // What has no room in the row is in its menu.
    if (!(await act.count())) await page.getByRole('button', { name: 'Więcej' }).click()
    const [taken] = await Promise.all([
      page.waitForEvent('download'),
      act.or(page.getByRole('menuitem', { name: button })).click(),
    ])
    expect(taken.url()).toMatch(/^http.*\?ticket=[\w-]{43}$/)
    return taken
  }
  const file = await save('Pobierz: Oferta na pompy.pdf')
  expect(file.suggestedFilename()).toBe('Oferta na pompy.pdf')
  expect(readFileSync(await file.path(), 'utf8')).toBe('%PDF-1.4 oferta\n%%EOF')
  await page.getByText('Przeglądarka zapisuje plik.').waitFor()
  const source = await save('Pobierz jako .eml')
  expect(source.suggestedFilename()).toBe('Pompy.eml')
  expect(readFileSync(await source.path(), 'latin1')).toMatch(/^From: ewa@hydro.example/)

  const spent = { status: 201, json: { ticket: 'a'.repeat(43), expiresAt: '' } }
  await page.route('**/api/downloads', route => route.fulfill(spent))
  const refused = await save('Pobierz: Oferta na pompy.pdf')
  expect(await refused.failure()).not.toBeNull()
  await page.unroute('**/api/downloads')
  await page.getByRole('heading', { level: 1, name: 'Pompy' }).waitFor()
  expect(page.url()).toContain(`#/items/${mail}`)
  expect(complaints).toEqual([])
})

it('says the same in English, and fits a narrow window', async () => {
  await chooseLanguage(page, 'English')
  await page.setViewportSize({ width: 320, height: 800 })
  await visit(page, `#/items/${mail}`)

  await page.getByRole('checkbox', { name: 'image001.png: document in the file' }).waitFor()

  await page.getByRole('combobox', { name: 'Type of document: image001.png' }).waitFor()
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
  expect(await barriers(page)).toEqual([])
  expect(complaints).toEqual([])
})
