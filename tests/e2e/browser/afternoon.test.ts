import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { administrator, type DirectClient, directClient } from '../../support/live-server.ts'
import { buildMail, type MailInput } from '../../support/mail.ts'
import { openStory } from './open-story.ts'
import { barriers, chooseLanguage, openWindow, signInOn, untilAnswered, visit } from './reader.ts'

const colleague = { name: 'Celina Dąb', email: 'celina@nasza.example', password: 'Hasło Celiny 1' }

const {
  server,
  browser,
  direct,
  page,
  complaints,
  given: { celina, ids },
} = await openStory({
  prepare: async (direct, server) => {
    await direct.post('/api/users', colleague)
    const { email, password } = colleague
    const celina = await directClient(server.origin, { email, password })
    const people = [{ name: 'Anna Kowal', addresses: ['anna@kowal.example'] }]
    const kowal = (await direct.post('/api/contractors', { name: 'Hurtownia Kowal', people })).id ?? ''
    const borek = (await direct.post('/api/contractors', { name: 'Tartak Borek' })).id ?? ''
    const caseFile = (await direct.post(`/api/contractors/${borek}/cases`, { title: 'Dostawa dębu' })).id ?? ''
    // A mail says its time in whole seconds: two of the same second stand in either order.
    const mailOf = (minutesAgo: number, more: MailInput) => {
      const date = new Date(Date.now() - minutesAgo * 60_000)
      return buildMail({ from: 'anna@kowal.example', text: 'Pytam o deskę dębową.', date, ...more })
    }
    await direct.handIn('/api/messages', mailOf(3, { subject: 'Deski', messageId: '<d1@kowal.example>' }))
    await direct.handIn('/api/messages', mailOf(2, { subject: 'Inny temat', inReplyTo: 'd1@kowal.example' }))
    await direct.handIn('/api/messages', mailOf(1, { subject: 'Deski' }))
    await log(direct, kowal, 'Deska na próbę', 'Obejrzana na miejscu.')
    await log(direct, borek, 'Cennik desek')
    await untilIndexed(direct)
    return { celina, ids: { kowal, borek, caseFile } }
  },
})

function log(direct: DirectClient, contractorId: string, title: string, note = '') {
  return direct.post('/api/activities', { kind: 'note', contractorId, title, note })
}

/** Basic forms are made a moment later, in the background. */
async function untilIndexed(direct: DirectClient) {
  for (let turn = 0; turn < 200; turn += 1) {
    const { amount } = JSON.parse(await direct.text('/api/search/counts?q=deskami'))
    if (amount === 5) return
    await wait(200)
  }
}

const found = () => page.getByRole('list', { name: 'Znalezione pozycje' })
const shares = () => page.getByRole('complementary', { name: 'Podział wyników' })

describe('an afternoon of an account manager', () => {
  it('searches everything, sees how many finds each file and person has, and narrows to one of them', async () => {
    await visit(page, '#/search?q=deska')
    await page.getByText('5 pozycji').waitFor()
    await shares().getByRole('button', { name: 'Tartak Borek 1' }).waitFor()
    await shares().getByRole('button', { name: 'Anna Kowal 3' }).click()
    await page.getByText('3 pozycje').waitFor()
    await found().getByRole('link', { name: 'Inny temat' }).waitFor()
    expect(await found().getByRole('link', { name: 'Cennik desek' }).count()).toBe(0)
    expect(page.url()).toContain('person=')

    await shares()
      .getByRole('button', { name: /^Anna Kowal/ })
      .click()

    await found().getByRole('link', { name: 'Cennik desek' }).waitFor()
  })

  it('finds a person and a case by name, and reads everything with that person', async () => {
    await visit(page, '#/search?q=d%C4%99bu')
    await page
      .getByRole('list', { name: 'Pasujące sprawy' })
      .getByRole('link', { name: /Dostawa dębu/ })
      .waitFor()
    await visit(page, '#/search?q=anna+k')
    await page.getByRole('list', { name: 'Pasujące osoby' }).getByRole('link', { name: 'Anna Kowal' }).click()

    await page.getByRole('heading', { level: 1, name: 'Hurtownia Kowal' }).waitFor()
    await page.getByText('Filtry (1)').waitFor()
  })

  it('reads how to search, in words', async () => {
    await visit(page, '#/search')
    await page.getByText('Jak szukać').click()

    await page.getByText('minus wyklucza słowo').waitFor()
  })

  it('moves what lies in the wrong file to another contractor and its case, and takes that back', async () => {
    await log(direct, ids.kowal, 'Źle włożona')
    await visit(page, `#/contractors/${ids.kowal}`)
    await page.getByRole('button', { name: 'Zaznacz kilka' }).click()
    await page.getByRole('checkbox', { name: 'Zaznacz: Źle włożona' }).check()
    await page.getByRole('button', { name: 'Do innego kontrahenta' }).click()
    const dialog = page.getByRole('dialog', { name: 'Przenieś: 1 pozycja' })
    await dialog.getByRole('combobox').first().fill('Borek')
    await dialog.getByRole('option', { name: /Tartak Borek/ }).click()
    await dialog.getByLabel('Sprawa').selectOption(ids.caseFile)
    await dialog.getByRole('button', { name: 'Przenieś' }).click()

    await page.getByText('Przeniesiono: 1').waitFor()
    await page.getByRole('link', { name: 'Źle włożona' }).waitFor({ state: 'detached' })
    expect(await direct.text(`/api/cases/${ids.caseFile}/timeline`)).toContain('Źle włożona')
    await page.getByRole('button', { name: 'Cofnij' }).click()

    await page.getByRole('link', { name: 'Źle włożona' }).waitFor()
    expect(await direct.text(`/api/cases/${ids.caseFile}/timeline`)).not.toContain('Źle włożona')
  })

  it('follows a file and is told when a colleague puts something into it', async () => {
    await visit(page, `#/contractors/${ids.borek}`)
    await page.getByRole('button', { name: /^(Obserwuj|Nie obserwuj)$/ }).waitFor()
    if (await page.getByRole('button', { name: 'Obserwuj', exact: true }).count())
      await page.getByRole('button', { name: 'Obserwuj', exact: true }).click()
    await page.getByRole('button', { name: 'Nie obserwuj' }).waitFor()
    await celina.post('/api/activities', { kind: 'note', contractorId: ids.borek, title: 'Tartak podniósł ceny' })

    await page.locator('.unread-count').waitFor()
    await visit(page, '#/notifications')

    await page.getByRole('link', { name: 'Tartak podniósł ceny' }).first().click()
    await page.getByRole('heading', { level: 1, name: 'Tartak podniósł ceny' }).waitFor()
  })

  it('pins a file and finds it on the first page, beside what came since the last look', async () => {
    await visit(page, `#/contractors/${ids.kowal}`)
    await page.getByRole('button', { name: 'Przypnij kartotekę' }).click()
    await page.getByText('Kartoteka jest teraz na Pulpicie').waitFor()
    await celina.post('/api/activities', { kind: 'note', contractorId: ids.kowal, title: 'Nowa wiadomość' })

    await visit(page, '#/')

    await page
      .getByRole('list', { name: 'Przypięte kartoteki' })
      .getByRole('link', { name: 'Hurtownia Kowal' })
      .waitFor()
    await page
      .getByRole('list', { name: 'Nowe od twojej ostatniej wizyty' })
      .getByRole('link', { name: /Hurtownia Kowal/ })
      .waitFor()
  })

  it('puts the mails of one conversation together, whatever their subjects', async () => {
    await visit(page, `#/contractors/${ids.kowal}?group=thread`)

    const thread = page.getByRole('list', { name: 'Inny temat' })
    await thread.getByRole('link', { name: 'Deski' }).waitFor()
    expect(await thread.getByRole('listitem').count()).toBe(2)
  })

  it('calls a case otherwise', async () => {
    await visit(page, `#/cases/${ids.caseFile}`)
    await page.getByRole('button', { name: 'Zmień tytuł' }).click()
    const dialog = page.getByRole('dialog', { name: 'Zmień tytuł' })
    await dialog.getByLabel('Tytuł sprawy').fill(' ')
    await dialog.getByRole('button', { name: 'Zapisz' }).click()
    await dialog.getByText('Wpisz tytuł.').waitFor()
    await dialog.getByLabel('Tytuł sprawy').fill('Dostawa jesionu')
    await dialog.getByRole('button', { name: 'Zapisz' }).click()

    await page.getByRole('heading', { level: 1, name: 'Dostawa jesionu' }).waitFor()
  })
})

it('loads one language, and the other one when it is chosen', async () => {
  const asked: string[] = []
  const other = await openWindow(browser, { locale: 'pl-PL' })
  other.page.on('request', request => asked.push(request.url()))
  await other.page.goto(server.origin)
  await signInOn(other.page, administrator)
  const english = () => asked.some(url => /\/(?:app-)?en-[\w-]+\.js$/.test(url))
  expect(english()).toBe(false)

  await chooseLanguage(other.page, 'English')

  await other.page.getByRole('link', { name: 'Dashboard' }).waitFor()
  expect(english()).toBe(true)
  await visit(other.page, '#/admin/users')
  await chooseLanguage(other.page, 'Polski')
  await other.page.getByRole('link', { name: 'Pulpit' }).waitFor()
  expect(other.complaints).toEqual([])
  await other.page.context().close()
})

it('speaks the chosen language on a page of administration that was opened before its sentences came', async () => {
  const other = await openWindow(browser, { locale: 'pl-PL' })
  await other.page.route(/\/app-en-[\w-]+\.js$/, async route => {
    await new Promise(resolve => setTimeout(resolve, 2000))
    await route.continue()
  })
  await other.page.goto(server.origin)
  await signInOn(other.page, administrator)
  await chooseLanguage(other.page, 'English')

  await other.page.evaluate(() => location.assign('#/admin/groups'))

  await other.page.getByRole('heading', { level: 1, name: 'Groups' }).waitFor()
  expect(other.complaints).toEqual([])
  await other.page.context().close()
})

describe.each([
  ['Polski', 1440],
  ['English', 320],
])('in %s at %i px', (word, width) => {
  it('has no barrier on the pages of an afternoon', async () => {
    await chooseLanguage(page, word)
    await page.setViewportSize({ width, height: 800 })
    const places = ['#/search?q=deska', `#/search?q=deska&contractor=${ids.kowal}`, '#/', '#/search']
    for (const hash of [...places, `#/contractors/${ids.kowal}?group=thread`, `#/contractors/${ids.kowal}?q=deska`]) {
      await visit(page, hash)
      await untilAnswered(page)
      expect(await barriers(page), hash).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), hash).toBe(true)
    }
  })
})

it('never made the browser complain', () => {
  expect(complaints).toEqual([])
})
