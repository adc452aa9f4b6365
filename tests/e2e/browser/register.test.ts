import { expect, it } from 'vitest'
import { administrator } from '../../support/live-server.ts'
import { buildMail } from '../../support/mail.ts'
import { openStory } from './open-story.ts'
import { barriers, visit } from './reader.ts'

const year = new Date().getFullYear()

const {
  direct,
  page,
  complaints,
  given: { file },
} = await openStory({
  at: '#/contractors',
  prepare: async direct => {
    const dab = { name: 'Kancelaria Dąb', addresses: ['ola@dab.example'] }
    return { file: (await direct.post('/api/contractors', dab)).id ?? '' }
  },
})

it('an administrator settles how references look, and sees at once why a pattern will not do', async () => {
  await visit(page, '#/admin/filing')
  const part = page.getByRole('form', { name: 'Znaki spraw' })
  await part.getByLabel('Wzór').fill('{number}')
  await part.getByText('Sam numer stoi w każdym mailu').waitFor()
  expect(await barriers(page)).toEqual([])

  await part.getByLabel('Wzór').fill('kanc-{year}-{number:3}')
  await part.getByText(`podobny do KANC-${year}-017`).waitFor()
  await part.getByRole('button', { name: 'Zapisz: Znaki spraw' }).click()
  await part.getByText('Wzory używane wcześniej: {year}/{number:4}').waitFor()
  expect(await barriers(page)).toEqual([])
})

it('a new case gets such a reference, and mail that names it in a subject goes there', async () => {
  await visit(page, `#/contractors/${file}`)
  await page.getByRole('button', { name: 'Utwórz sprawę' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Tytuł sprawy').fill('Umowa najmu')
  await dialog.getByRole('button', { name: 'Utwórz sprawę' }).click()
  await page.getByRole('heading', { level: 1, name: 'Umowa najmu' }).waitFor()
  await page.getByText(`KANC-${year}-001`).first().waitFor()

  const source = buildMail({
    from: administrator.email,
    to: 'ola@dab.example',
    subject: `Re: kanc/${year}/1`,
    text: 'Termin.',
  })
  await direct.handIn('/api/messages', source)
  await page.getByRole('link', { name: `Re: kanc/${year}/1` }).waitFor()
})

it('says of a file what it is called, what it is and who sees it, and puts it in', async () => {
  await visit(page, `#/contractors/${file}`)
  await page.getByRole('button', { name: 'Dodaj z opisem' }).click()
  const dialog = page.getByRole('dialog', { name: 'Dodaj plik z opisem' })
  await dialog.getByRole('button', { name: 'Dodaj', exact: true }).click()
  await dialog.getByText('Wybierz plik.').waitFor()
  await dialog
    .getByLabel('Plik')
    .setInputFiles({ name: 'skan-17.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4') })
  await dialog.getByLabel('Tytuł').fill('Aneks do umowy')
  await dialog.getByLabel('Typ dokumentu').selectOption('contract')
  await dialog.getByLabel('Tylko wybrane osoby i grupy').check()
  await dialog.getByRole('searchbox').waitFor()
  expect(await barriers(page)).toEqual([])
  await dialog.getByRole('checkbox').last().check()
  await dialog.getByRole('button', { name: 'Dodaj', exact: true }).click()

  await page.getByRole('list', { name: 'Dodawane pliki' }).getByText('dodano', { exact: true }).waitFor()
  await page
    .getByRole('link', { name: /Aneks do umowy/ })
    .first()
    .click()
  await page.getByRole('heading', { level: 1, name: 'Aneks do umowy' }).waitFor()
  expect(await page.getByLabel('Typ dokumentu').inputValue()).toBe('contract')
  // Looking into the frame of a mail, as the next story does, makes Chromium complain by itself.
  expect(complaints).toEqual([])
})

it('reads the new words of a mail from Outlook, and unfolds what it answers', async () => {
  const html = `<p class="MsoNormal">Potwierdzam piątek.</p><hr><div id="divRplyFwdMsg"><b>Fra:</b> Ola<br><b>Sendt:</b> i dag</div><div>Starsze słowa.</div>`
  await direct.handIn('/api/messages', buildMail({ from: 'ola@dab.example', subject: 'Termin', html }))
  await visit(page, `#/contractors/${file}`)
  await page
    .getByRole('link', { name: /^Termin/ })
    .first()
    .click()
  const mail = page.frameLocator('iframe.mail-frame')

  const own = mail.getByText('Potwierdzam piątek.')
  await own.waitFor()
  expect(await own.evaluate(line => getComputedStyle(line).marginTop)).toBe('0px')
  expect(await mail.getByText('Starsze słowa.').isVisible()).toBe(false)
  await mail.locator('summary').click()
  await mail.getByText('Starsze słowa.').waitFor()
})
