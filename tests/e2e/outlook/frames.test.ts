import { afterAll, beforeAll, expect, it } from 'vitest'
import { lupaOrigin, strangerOrigin } from './internet.ts'
import { mail } from './mails.ts'
import { openOutlook } from './outlook-window.ts'
import { openWorld, type World } from './world.ts'

let world: World

beforeAll(async () => {
  world = await openWorld('blocked')
})

afterAll(() => world?.close())

async function policyOf(path: string): Promise<Record<string, string>> {
  const { headers } = await fetch(world.server.origin + path)
  const parts = headers.get('content-security-policy')?.split('; ') ?? []
  return Object.fromEntries(parts.map(part => [part.split(' ')[0], part.slice(part.indexOf(' ') + 1)]))
}

it.each(['/outlook.html', '/outlook-events.html'])(
  'lets Outlook alone frame %s, with nothing written inline',
  async page => {
    const policy = await policyOf(page)
    const { headers } = await fetch(world.server.origin + page)

    expect(policy['frame-ancestors']?.split(' ')).toEqual([
      'https://outlook.office.com',
      'https://outlook.office365.com',
      'https://outlook.cloud.microsoft',
      'https://outlook.live.com',
      'https://*.office.com',
      'https://*.office365.com',
    ])
    expect(policy['script-src']).toBe("'self' https://appsforoffice.microsoft.com https://ajax.aspnetcdn.com")
    expect(policy['style-src']).toBe("'self'")
    expect(policy['default-src']).toBe("'none'")
    // Outlook's frame would be refused by the older header, and its dialog cut off by the newer one.
    expect(headers.get('x-frame-options')).toBeNull()
    expect(headers.get('cross-origin-opener-policy')).toBeNull()
    expect(headers.get('cache-control')).toBe('no-cache')
  },
)

it('lets nobody frame the window in which passwords are typed, though it talks to Outlook', async () => {
  const policy = await policyOf('/outlook-sign-in.html')
  const { headers } = await fetch(`${world.server.origin}/outlook-sign-in.html`)

  expect(policy['frame-ancestors']).toBe("'none'")
  expect(policy['script-src']).toBe("'self' https://appsforoffice.microsoft.com https://ajax.aspnetcdn.com")
  expect(policy['connect-src']).toBe("'self'")
  // It has to reach the pane that opened it.
  expect(headers.get('cross-origin-opener-policy')).toBeNull()
  expect((await policyOf('/outlook-other.html'))['script-src']).toBe("'self'")
})

it('says so where Microsoft’s library does not come through', async () => {
  const page = await world.browser.context.newPage()
  await page.route('https://appsforoffice.microsoft.com/**', route => route.abort())
  await page.goto(`${lupaOrigin}/outlook.html`)

  await page.getByRole('heading', { name: /Nie wczytała się biblioteka|library did not load/ }).waitFor()
  await page.close()
})

it('lets nobody frame the application, and keeps what has a hash in its name', async () => {
  const page = await (await fetch(`${world.server.origin}/outlook.html`)).text()
  const asset = /\/assets\/[\w.-]+\.js/.exec(page)?.[0] ?? ''

  expect((await policyOf('/'))['frame-ancestors']).toBe("'self'")
  expect((await policyOf('/outlook/events.js'))['frame-ancestors']).toBe("'self'")
  expect((await fetch(world.server.origin + asset)).headers.get('cache-control')).toContain('immutable')
  expect((await fetch(`${world.server.origin}/outlook/events.js`)).headers.get('cache-control')).toBe('no-cache')
})

it('is not shown inside a stranger’s page', async () => {
  const page = await world.browser.context.newPage()
  await page.goto(strangerOrigin)
  await page.evaluate(address => {
    const frame = document.createElement('iframe')
    frame.src = address
    document.body.append(frame)
  }, `${lupaOrigin}/outlook.html`)

  await expect.poll(() => page.frames()[1]?.url(), { timeout: 10_000 }).toMatch(/^chrome-error:/)
  await page.close()
})

it('says where it belongs when it is opened in a browser', async () => {
  const page = await world.browser.context.newPage()
  await page.goto(`${lupaOrigin}/outlook.html`)

  await page.getByRole('heading', { name: /Ta strona należy do Outlooka|This page belongs in Outlook/ }).waitFor()
  await page.close()
})

it('asks nobody but Outlook, Microsoft’s library and our own server', async () => {
  const outlook = await openOutlook(world.browser, { items: [mail('one')], selected: ['one'] })
  await outlook.pane.getByRole('heading', { name: 'Zaloguj się' }).waitFor()
  await outlook.close()

  // What the browser asks for itself is no affair of the page's.
  const browsersOwn = /(^|\.)(google|googleapis|gstatic|googleusercontent)\.com$/
  const asked = [...world.internet.asked].filter(name => !browsersOwn.test(name))
  expect(asked.sort()).toEqual([
    'ajax.aspnetcdn.com',
    'appsforoffice.microsoft.com',
    'lupa.nasza.example',
    'obcy.example',
    'outlook.office.com',
  ])
})
