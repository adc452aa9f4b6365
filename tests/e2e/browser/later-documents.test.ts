import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { buildMail } from '../../support/mail.ts'
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
