import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { english, signIn } from './sign-in.ts'
import { until } from './until.ts'
import { pictures, startWorld, type World } from './world.ts'

let world: World

beforeAll(async () => {
  world = await startWorld({
    name: 'looks',
    mails: [hostile, dead],
    language: 'en-US',
    theme: 'dark',
    layout: 'classic',
  })
}, 180_000)

afterAll(() => world?.stop(), 60_000)

/** A mail whose styles hide, move and paint over everything that they can name, and that imitates the panel. */
const hostile = [
  'From: Mallory <mallory@obcy.example>',
  'To: biuro@nasza.example',
  'Subject: Styles',
  `Date: ${new Date().toUTCString()}`,
  'Message-ID: <hostile@obcy.example>',
  'MIME-Version: 1.0',
  'Content-Type: text/html; charset=utf-8',
  '',
  '<html><head><style>',
  '*, lupa-panel, :popover-open { display: none !important; opacity: 0 !important; transform: scale(0) !important }',
  // Thunderbird puts the mail's own body into a division.
  'html, body, body div, body p { display: block !important; opacity: 1 !important; transform: none !important }',
  'p { position: fixed !important; inset: 0 !important; z-index: 2147483647; background: red; color: white }',
  '</style></head><body><p>Nothing but me.</p><lupa-panel>Type your password here</lupa-panel></body></html>',
  '',
].join('\r\n')

/** A mail whose root would make everything in it dead, and leave the panel no room, by attributes that outweigh every rule. */
const dead = hostile
  .replace('<hostile@', '<dead@')
  .replace(/<style>.*<\/style>/s, '')
  .replace(
    '<html>',
    '<html inert hidden popover aria-hidden="true" style="margin-right: 0 !important; width: 100vw !important; display: none !important">',
  )

it('is drawn dark and English beside a mail that hides and paints over everything', { timeout: 60_000 }, async () => {
  const { thunderbird } = world
  await thunderbird.open('hostile@obcy.example')
  await thunderbird.panelShows('Open settings')
  await signIn(thunderbird, world.me, english)

  const text = await thunderbird.panelShows('mallory@obcy.example')
  await thunderbird.screenshot(path.join(pictures, 'thunderbird-hostile-dark-en.png'))

  expect(await thunderbird.inMessage(visibleWords)).toBe('Nothing but me.')
  expect(text).not.toContain('Type your password here')
  await thunderbird.clickInPanel('button', 'Collapse the Lupa panel')
  await thunderbird.clickInPanel('button', 'Show the Lupa panel')
  await thunderbird.panelShows('mallory@obcy.example')
})

it('takes clicks and stands beside a mail whose root would have it dead and without room', {
  timeout: 60_000,
}, async () => {
  const { thunderbird } = world
  await thunderbird.open('dead@obcy.example')
  await thunderbird.panelShows('mallory@obcy.example')

  await thunderbird.clickInPanel('button', 'Collapse the Lupa panel')
  await until('it to be closed', async () => !(await thunderbird.panelText()).includes('mallory@obcy.example'))
  await thunderbird.clickInPanel('button', 'Show the Lupa panel')
  await thunderbird.panelShows('mallory@obcy.example')
  await thunderbird.screenshot(path.join(pictures, 'thunderbird-dead-root-dark-en.png'))

  const { mail, panel } = await thunderbird.inMessage(edges)
  expect(mail).toBeLessThanOrEqual(panel)
  expect(panel).toBeGreaterThan(0)
})

/** Where the mail ends and where the panel begins. */
function edges(): { mail: number; panel: number } {
  const host = document.querySelector('lupa-panel:popover-open')
  return {
    mail: document.documentElement.getBoundingClientRect().right,
    panel: host?.getBoundingClientRect().left ?? 0,
  }
}

function visibleWords(): string | null {
  const words = document.querySelector('p')
  return words?.checkVisibility() ? words.textContent : null
}
