import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { emptySheet } from '../../../server/sample/documents/sheet.ts'
import { sheetAsPdf } from '../../../server/sample/documents/sheet-as-pdf.ts'
import { buildMail } from '../../support/mail.ts'
import { buildMsg } from '../../support/msg.ts'
import { buildDocx, lockPdf } from '../../support/office.ts'
import { readZip } from '../../support/read-zip.ts'
import { openStory } from './open-story.ts'
import { barriers, chooseLanguage, visit } from './reader.ts'

const {
  server,
  direct,
  page,
  complaints,
  given: { file, kase },
} = await openStory({
  at: '#/contractors',
  prepare: async direct => {
    const file = (await direct.post('/api/contractors', { name: 'Hydro-Instal' })).id ?? ''
    const kase = (await direct.post(`/api/contractors/${file}/cases`, { title: 'Pompy ciepła' })).id ?? ''
    return { file, kase }
  },
})

const bytes = (text: string) => Buffer.from(text)
const pdf = sheetAsPdf({ ...emptySheet, title: 'Umowa', paragraphs: ['Strony ustalają termin odbioru pomp.'] })

it('takes several files by a button, and says of each what became of it', async () => {
  await visit(page, `#/contractors/${file}`)
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Dodaj pliki' }).click()

  await (await chooser).setFiles([
    { name: 'umowa.pdf', mimeType: 'application/pdf', buffer: Buffer.from(pdf) },
    { name: 'zapytanie.eml', mimeType: 'message/rfc822', buffer: bytes(buildMail({ subject: 'Zapytanie o pompy' })) },
    { name: 'pusty.txt', mimeType: 'text/plain', buffer: Buffer.alloc(0) },
  ])

  const list = page.getByRole('list', { name: 'Dodawane pliki' })
  await list.getByRole('listitem').filter({ hasText: 'umowa.pdf' }).getByText('dodano', { exact: true }).waitFor()
  await list.getByText('dodano jako mail').waitFor()
  await list.getByText('Plik jest pusty').waitFor()
  await page.getByRole('link', { name: 'Zapytanie o pompy' }).waitFor()
  expect(await barriers(page)).toEqual([])
})

it('shows a mail of Outlook’s that is dropped beside the pane, files it in a case with its own bytes, and says of a broken one why not', async () => {
  const client = (await direct.post('/api/contractors', { name: 'Ciepłownia', addresses: ['@cieplownia.example'] })).id
  await direct.post(`/api/contractors/${client}/cases`, { title: 'Kotły' })
  const sender = { '0C1A': 'Ewa Lis', '0C1F': 'ewa@cieplownia.example' }
  const msg = buildMsg({ texts: { '0037': 'Kotły na zimę', '1000': 'Proszę o wycenę.', ...sender } })
  await visit(page, '#/pane')
  const box = page.getByRole('region', { name: 'Wiadomość' })
  const drop = async (name: string, content: Buffer) => {
    const carried = await page.evaluateHandle(
      ({ name, text }) => {
        const transfer = new DataTransfer()
        const bytes = Uint8Array.from(atob(text), letter => letter.charCodeAt(0))
        transfer.items.add(new File([bytes], name, { type: 'application/vnd.ms-outlook' }))
        return transfer
      },
      { name, text: content.toString('base64') },
    )
    for (const act of ['dragover', 'drop']) await box.dispatchEvent(act, { dataTransfer: carried })
  }

  await drop('Urwany.msg', msg.subarray(0, msg.length / 2))
  await box.getByText('Serwer nie umie odczytać tej wiadomości.').waitFor()
  await drop('Kotły.msg', msg)
  const pane = page.locator('.pane-page .pane')
  await pane.getByRole('heading', { name: 'Ciepłownia' }).waitFor()
  expect(await box.getByRole('alert').count()).toBe(0)
  const kotly = await pane.getByRole('option', { name: /Kotły/ }).first().getAttribute('value')
  await pane.getByRole('combobox', { name: 'Sprawa', exact: true }).selectOption(kotly ?? '')
  await pane.getByRole('button', { name: 'Przypisz', exact: true }).click()
  const filed = async () => JSON.parse(await direct.text(`/api/contractors/${client}/timeline`)).items
  await expect.poll(filed, { timeout: 10_000 }).toHaveLength(1)
  expect(await barriers(page)).toEqual([])

  const items = await filed()
  expect(items).toMatchObject([{ title: 'Kotły na zimę', kind: 'mail-in', cases: [{ title: 'Kotły' }] }])
  expect((await direct.text(`/api/items/${items[0].id}/origin`)).length).toBeGreaterThan(1_000)
  expect(complaints.splice(0).filter(line => !line.includes('422'))).toEqual([])
})

it('takes what is dropped anywhere on the page of a case, and does not store it twice', async () => {
  await visit(page, `#/cases/${kase}`)
  const carried = await page.evaluateHandle(text => {
    const transfer = new DataTransfer()
    transfer.items.add(new File([text], 'protokol.txt', { type: 'text/plain' }))
    return transfer
  }, 'Protokół odbioru')
  const drop = async () => {
    for (const name of ['dragenter', 'dragover', 'drop'] as const)
      await page.dispatchEvent('main', name, { dataTransfer: carried })
  }

  await drop()
  const list = page.getByRole('list', { name: 'Dodawane pliki' })
  await list.getByText('dodano', { exact: true }).waitFor()
  await drop()

  await list.getByText('taki plik już tu jest').waitFor()
  expect(await page.getByRole('main').getByRole('link', { name: 'protokol.txt' }).count()).toBeGreaterThan(0)
})

it('says what went wrong, and sends again what did not go', async () => {
  await visit(page, `#/contractors/${file}`)
  await page.route('**/documents', route => route.abort())
  await page.locator('input[type=file]').setInputFiles({ name: 'a.txt', mimeType: 'text/plain', buffer: bytes('a') })
  const row = page.getByRole('listitem').filter({ hasText: 'a.txt' })
  await row.getByRole('button', { name: 'Spróbuj ponownie' }).waitFor()
  await page.unroute('**/documents')

  await row.getByRole('button', { name: 'Spróbuj ponownie' }).click()

  await row.getByText('dodano', { exact: true }).waitFor()
})

it('shows a PDF page by page, by keyboard too, with its words to be read aloud', async () => {
  await open('umowa.pdf')

  const place = page.getByRole('region', { name: 'umowa.pdf: strona 1 z 1' })
  await place.getByText('Strony ustalają termin odbioru pomp.').waitFor()
  const width = async () => (await place.locator('canvas').boundingBox())?.width ?? 0
  const before = await width()
  await place.focus()
  await page.keyboard.press('+')
  await page.getByRole('button', { name: '125%, dopasuj do szerokości' }).waitFor()
  await expect.poll(width).toBeGreaterThan(before * 1.2)
  expect(await barriers(page)).toEqual([])
})

it.each([
  ['zamkniety.pdf', lockPdf(pdf), 'zabezpieczony hasłem, więc nie da się'],
  ['urwany.pdf', bytes('%PDF-1.7\nnic'), 'uszkodzony i nie da się go pokazać'],
])('says why %s is not shown', async (name, buffer, words) => {
  await add(name, Buffer.from(buffer))

  await open(name)

  await page.getByText(words).waitFor()
})

it('shows the words of an office document', async () => {
  await add('notatka.docx', buildDocx('Ustalono montaż w marcu'))
  await expect
    .poll(async () => (await direct.text('/api/search?q=montaz')).includes('notatka.docx'), { timeout: 20_000 })
    .toBe(true)

  await open('notatka.docx')

  await page.getByText('Ustalono montaż w marcu').first().waitFor()
  await page.getByText('Sama treść, bez wyglądu').waitFor()
})

it('asks whether a document is a version, links it when told to, and takes it out again', async () => {
  await add('aneks.txt', bytes('pierwszy'), kase)
  await add('aneks v2.txt', bytes('drugi'), kase)
  await open('aneks v2.txt')

  await page.getByText('Czy to kolejna wersja dokumentu').waitFor()
  await page.getByRole('button', { name: 'Tak, połącz' }).click()

  const versions = page.getByRole('list', { name: 'Wersje' })
  await versions.getByRole('link', { name: 'aneks.txt' }).waitFor()
  expect(await barriers(page)).toEqual([])
  await page.getByRole('button', { name: 'Odłącz ten dokument' }).click()
  await versions.waitFor({ state: 'detached' })
})

it('loads pictures from the net by the server and only when told to', async () => {
  const html = '<p>Witam</p><img src="http://127.0.0.1:9/piksel.png"><img src="http://10.0.0.1/b.png">'
  await direct.handIn(`/api/messages?contractorId=${file}`, buildMail({ subject: 'Z obrazkami', html }))
  const asked: string[] = []
  page.on('request', request => asked.push(request.url()))
  await open('Z obrazkami')
  expect(asked.filter(url => url.includes('pictures'))).toEqual([])

  await page.getByRole('button', { name: 'Pokaż obrazy' }).click()

  await page.getByText('Nie udało się pobrać: 2').waitFor()
  expect(asked.filter(url => url.includes('pictures'))).toHaveLength(2)
  expect(
    asked.filter(url => !url.startsWith(server.origin) && !url.startsWith('blob:') && !url.startsWith('data:')),
  ).toEqual([])
})

it('exports the whole file, and the list as it is filtered', async () => {
  await visit(page, `#/contractors/${file}?kind=mail-in`)
  const archive = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Eksportuj kartotekę' }).click()
  const taken = await archive
  expect(taken.suggestedFilename()).toBe('Hydro-Instal.zip')
  // By the browser itself, and not gathered in the page before.
  expect(taken.url()).toMatch(/^http.*\/export\?ticket=[\w-]{43}$/)
  const files = await readZip(await readFile(await taken.path()))
  expect([...files.keys()].filter(name => name.endsWith('.eml'))).toHaveLength(2)

  const list = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Pobierz CSV' }).click()

  const csv = String(await readFile(await (await list).path()))
  expect(csv).toContain('Zapytanie o pompy')
  expect(csv).not.toContain('umowa.pdf')
})

it('is complete in English, on narrow screens too, and never complains', async () => {
  await chooseLanguage(page, 'English')
  await visit(page, `#/contractors/${file}`)
  await page.getByRole('button', { name: 'Add files' }).waitFor()
  await page.setViewportSize({ width: 320, height: 700 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
  await visit(page, `#/cases/${kase}`)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
  expect(await barriers(page)).toEqual([])
  expect(complaints).toEqual([])
})

async function add(name: string, buffer: Buffer, caseId?: string) {
  await visit(page, caseId ? `#/cases/${caseId}` : `#/contractors/${file}`)
  await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'application/octet-stream', buffer })
  const row = page.getByRole('listitem').filter({ hasText: name }).filter({ hasText: 'dodano' })
  await row.first().waitFor()
}

/** Opens an item of the file by its title. */
async function open(title: string) {
  const found = JSON.parse(await direct.text(`/api/contractors/${file}/timeline?limit=200`)) as {
    items: { id: string; title: string }[]
  }
  const item = found.items.find(one => one.title === title)
  await visit(page, `#/items/${item?.id}`)
}
