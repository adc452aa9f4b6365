import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { describeWithDovecot, type MailServer, openMailServer, PASSWORD } from '../../server/mailbox/mail-server.ts'
import { administrator, directClient, type LiveServer, startLiveServer } from '../../support/live-server.ts'
import { buildMail } from '../../support/mail.ts'
import { barriers, chooseLanguage, openBrowser, openWindow, signInOn, visit } from './reader.ts'

const helper = { name: 'Henryk Pomocny', email: 'henryk@nasza.example', password: 'Hasło Henryka 12' }
const mailOf = (from: string, subject: string) =>
  buildMail({ from, to: 'biuro@nasza.example', subject, date: new Date() })

describeWithDovecot('a mailbox of several people', () => {
  let mail: MailServer
  let server: LiveServer
  let browser: Browser
  let owners: Page
  let helpers: Page
  const complaints: string[][] = []

  async function windowOf(who: { email: string; password: string }): Promise<Page> {
    const opened = await openWindow(browser)
    complaints.push(opened.complaints)
    await opened.page.goto(`${server.origin}/#/triage`)
    await signInOn(opened.page, who)
    return opened.page
  }

  beforeAll(async () => {
    mail = await openMailServer()
    server = await startLiveServer()
    const client = await directClient(server.origin, administrator)
    await client.post('/api/users', helper)
    await mail.deliver('biuro@nasza.example', [
      mailOf('Wanda Kos <w.kos@pytajacy.example>', 'Zapytanie o regały magazynowe do hali w Żółkiewce'),
      mailOf('Wanda Kos <w.kos@pytajacy.example>', 'Uzupełnienie zapytania'),
      mailOf('Adam Wróbel <a.wrobel@reklamujacy.example>', 'Reklamacja frontów'),
    ])
    await mail.deliver('szefowa@nasza.example', [mailOf('Lekarz <gabinet@przychodnia.example>', 'Wyniki badań')])
    for (const user of ['biuro@nasza.example', 'szefowa@nasza.example'])
      await client.post('/api/mailboxes', {
        ...{ kind: 'imap', host: '127.0.0.1', port: mail.port, tls: false, user, password: PASSWORD },
        since: '2020-01-01',
      } as object)
    const waiting = async () => JSON.parse(await client.text('/api/triage')).items.length
    await vi.waitFor(async () => expect(await waiting()).toBe(4), 30_000)
    browser = await openBrowser()
    owners = await windowOf(administrator)
    helpers = await windowOf(helper)
  })

  afterAll(async () => {
    await browser?.close()
    await server?.stop()
    await mail?.dispose()
  })

  it('has a helper named by its owner, who then finds its mail without asking anew, and no other', async () => {
    await helpers.getByText('Nic nie czeka').waitFor()

    await visit(owners, '#/mailboxes')
    await owners.getByRole('button', { name: 'Kto pomaga przypisywać: biuro@nasza.example' }).click()
    const dialog = owners.getByRole('dialog')
    await dialog.getByRole('checkbox', { name: helper.name }).check()
    expect(await barriers(owners)).toEqual([])
    await dialog.getByRole('button', { name: 'Zapisz' }).click()

    await owners.getByText(`W przypisywaniu pomagają: ${helper.name}.`).waitFor()
    await helpers.getByText('Reklamacja frontów').waitFor()
    await helpers.getByText('Wanda Kos').waitFor()
    expect(await helpers.getByText('Lekarz').count()).toBe(0)
  })

  it.each([
    ['Polski', 1440],
    ['English', 360],
  ])('has no barrier where mail of several mailboxes waits, in %s, light and dark', async (word, width) => {
    await chooseLanguage(owners, word)
    await owners.setViewportSize({ width, height: 800 })
    const found: string[] = []
    for (const colorScheme of ['light', 'dark'] as const) {
      await owners.emulateMedia({ colorScheme })
      await visit(owners, '#/')
      await visit(owners, '#/triage')
      await owners.getByRole('button', { name: /Wanda/, expanded: false }).click()
      await owners.getByRole('list', { name: /Wanda/ }).getByText('biuro@nasza.example').first().waitFor()
      found.push(...(await barriers(owners)))
      const wide = () => owners.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      if ((await wide()) > 0) found.push(`triage wider than the window by ${await wide()}`)
      await visit(owners, '#/mailboxes')
      await owners.getByRole('button', { name: /^(Kto pomaga|Who helps).*biuro/ }).click()
      found.push(...(await barriers(owners)))
      if ((await wide()) > 0) found.push(`mailboxes wider than the window by ${await wide()}`)
      await owners.keyboard.press('Escape')
    }
    expect(found).toEqual([])
  })

  it('is decided for the owner by the helper, who reads it first', async () => {
    await chooseLanguage(owners, 'Polski')
    await visit(owners, '#/triage')
    await helpers.getByRole('button', { name: /Adam Wróbel/, expanded: false }).click()
    await helpers.getByRole('button', { name: 'Przeczytaj: Reklamacja frontów' }).click()
    await helpers.getByRole('region', { name: 'Treść maila: Reklamacja frontów' }).getByText('Dzień dobry').waitFor()
    // One mailbox: its name would say nothing.
    expect(await helpers.getByText('skrzynka biuro@nasza.example').count()).toBe(0)

    await helpers.getByRole('button', { name: 'Pomiń: Adam Wróbel' }).click()

    await owners.getByText('Reklamacja frontów').waitFor({ state: 'detached' })
    await helpers.getByRole('button', { name: 'Cofnij' }).click()
    await owners.getByText('Reklamacja frontów').waitFor()
    expect(complaints).toEqual([[], []])
  })
})
