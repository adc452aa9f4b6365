import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { english, signIn } from './sign-in.ts'
import { pictures, startWorld, type World } from './world.ts'

let world: World

beforeAll(async () => {
  world = await startWorld({ name: 'looks', mails: [hostile], language: 'en-US', theme: 'dark', layout: 'classic' })
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

function visibleWords(): string | null {
  const words = document.querySelector('p')
  return words?.checkVisibility() ? words.textContent : null
}
