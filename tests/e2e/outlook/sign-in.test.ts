import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { administrator } from '../../support/live-server.ts'
import { startOpenIdProvider } from '../../support/openid-provider.ts'
import { lupaOrigin } from './internet.ts'
import { mail } from './mails.ts'
import { type OutlookWindow, openOutlook, type Storage } from './outlook-window.ts'
import { barriersBeside, signInBeside } from './pane-reader.ts'
import { openWorld, type World } from './world.ts'

const items = [mail('one')]
const selected = ['one']

describe.each<Storage>(['blocked', 'allowed'])('with storage of other sites %s', storage => {
  let world: World

  beforeAll(async () => {
    world = await openWorld(storage)
    const { issuer, clientId } = world.microsoft
    const provider = { name: 'Microsoft 365', issuer, clientId, clientSecret: 'tajemnica' }
    await world.direct.post('/api/sign-in-providers', provider)
  })

  afterAll(() => world?.close())

  const signedIn = ({ pane }: OutlookWindow) => pane.getByText(/Zalogowano/).waitFor()

  async function openWindow(outlook: OutlookWindow): Promise<Page> {
    const opening = outlook.page.context().waitForEvent('page')
    await outlook.pane.getByRole('button', { name: 'Zaloguj się w osobnym oknie' }).click()
    return opening
  }

  it('signs in by a window of its own, with the password there', async () => {
    const outlook = await openOutlook(world.browser, { items, selected })
    const window = await openWindow(outlook)
    await window.getByLabel('E-mail').fill(administrator.email)
    await window.getByLabel('Hasło').fill(administrator.password)
    await window.getByRole('button', { name: 'Zaloguj się', exact: true }).click()
    await window.getByRole('heading', { name: 'Połącz program pocztowy' }).waitFor()
    await window.getByRole('button', { name: 'Połącz' }).click()

    await signedIn(outlook)
    await outlook.pane.getByRole('heading', { name: 'Meblex' }).waitFor()
    await expect.poll(() => window.isClosed()).toBe(true)
    expect(outlook.complaints).toEqual([])
    await outlook.close()
    await forget()
  })

  it('signs in at the company’s own provider in that window, which keeps nothing', async () => {
    const outside = await startOpenIdProvider(`${lupaOrigin}/api/session/provider/callback`)
    const { issuer, clientId, clientSecret } = outside
    await world.direct.post('/api/sign-in-providers', { name: 'Firma', issuer, clientId, clientSecret })
    outside.letIn({ subject: 'jan', name: 'Jan', email: 'jan@nasza.example' })
    const outlook = await openOutlook(world.browser, { items, selected })
    const visit = async () => (await openWindow(outlook)).getByRole('button', { name: 'Zaloguj się: Firma' }).click()

    await visit()
    await outlook.pane.getByRole('alert').getByText('nie jest jeszcze połączone').waitFor()
    await linkTheOneWhoAsked()
    await visit()

    await signedIn(outlook)
    expect(outlook.complaints).toEqual([])
    await outlook.close()
    await forget()
    await outside.stop()
  })

  it('says that the window was closed, and lets one try again', async () => {
    const outlook = await openOutlook(world.browser, { items, selected })
    const window = await openWindow(outlook)
    await window.getByLabel('Hasło').waitFor()
    await window.close()

    await outlook.pane.getByRole('alert').getByText('Okno logowania zamknięto').waitFor()
    expect(await barriersBeside(outlook)).toEqual([])
    await signInBeside(outlook)
    await outlook.close()
    await forget()
  })

  it('signs in by Outlook’s own account as soon as an administrator knows whose it is', async () => {
    const token = await world.microsoft.token()
    const account = { unasked: token, asked: token }
    const first = await openOutlook(world.browser, { items, selected, account })
    await first.pane.getByRole('alert').getByText('nie jest jeszcze połączone').waitFor()
    await first.close()

    await linkTheOneWhoAsked()
    const outlook = await openOutlook(world.browser, { items, selected, account })
    await signedIn(outlook)

    await outlook.pane.getByRole('button', { name: 'Wyloguj się' }).click()
    await outlook.pane.getByRole('button', { name: 'Zaloguj się kontem Microsoft 365' }).waitFor()
    const frame = outlook.page.frames().find(one => one.url().includes('/outlook.html'))
    expect(await frame?.evaluate('bridgeAsked')).toEqual([
      { method: 'GetToken', scope: expect.stringContaining('access_as_user'), clientId: world.microsoft.clientId },
    ])
    expect(outlook.complaints).toEqual([])
    await outlook.close()

    // A pane that is not pinned is loaded anew beside each mail.
    const reopened = await openOutlook(world.browser, { items, selected, account })
    await reopened.pane.getByRole('button', { name: 'Zaloguj się kontem Microsoft 365' }).waitFor()
    const again = reopened.page.frames().find(one => one.url().includes('/outlook.html'))
    expect(await again?.evaluate('bridgeAsked')).toEqual([])
    await reopened.pane.getByRole('button', { name: 'Zaloguj się kontem Microsoft 365' }).click()
    await signedIn(reopened)
    await reopened.close()

    const later = await openOutlook(world.browser, { items, selected, account })
    await signedIn(later)
    await later.pane.getByRole('button', { name: 'Wyloguj się' }).click()
    await later.pane.getByRole('button', { name: 'Zaloguj się kontem Microsoft 365' }).waitFor()
    await later.close()
  })

  it('asks by Outlook’s own account when it may not be had unasked', async () => {
    const account = { unasked: null, asked: await world.microsoft.token() }
    const outlook = await openOutlook(world.browser, { items, selected, account })
    await outlook.pane.getByRole('button', { name: 'Zaloguj się kontem Microsoft 365' }).click()

    await signedIn(outlook)
    await outlook.close()
    await forget()
  })

  it('waits some seconds and no longer for an Outlook that says nothing of its account', async () => {
    const account = { unasked: null, asked: null, isMute: true }
    const outlook = await openOutlook(world.browser, { items, selected, account })

    await signInBeside(outlook)
    await outlook.close()
    await forget()
  })

  it('leaves the other ways when Outlook gives no account, or one that the server refuses', async () => {
    const silent = await openOutlook(world.browser, { items, selected, account: { unasked: null, asked: null } })
    await silent.pane.getByRole('button', { name: 'Zaloguj się kontem Microsoft 365' }).click()
    await silent.pane.getByRole('alert').getByText('Outlook nie podał konta').waitFor()
    await silent.close()

    const foreign = await world.microsoft.token({ aud: 'api://other' })
    const outlook = await openOutlook(world.browser, { items, selected, account: { unasked: foreign, asked: foreign } })
    await outlook.pane.getByRole('alert').getByText('nie przyjęła konta Microsoft').waitFor()
    await signInBeside(outlook)
    await outlook.close()
    await forget()
  })

  async function linkTheOneWhoAsked() {
    const [request] = JSON.parse(await world.direct.text('/api/identity-requests')).items
    const me = JSON.parse(await world.direct.text('/api/me'))
    await world.link(request.id, me.id)
  }

  /** Where something may be kept the next test would begin signed in. */
  async function forget() {
    if (storage === 'blocked') return
    const page = await world.browser.context.newPage()
    // No page of ours, which would keep its session again when that is renewed.
    await page.goto(`${lupaOrigin}/health`)
    await page.evaluate('localStorage.clear()')
    await page.close()
  }
})
