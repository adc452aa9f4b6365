import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { hostileMail } from './hostile-mail.ts'
import { english, signIn } from './sign-in.ts'
import { pictures, startWorld, type World } from './world.ts'

let world: World

beforeAll(async () => {
  world = await startWorld({ name: 'looks', mails: [hostileMail], language: 'en-US', theme: 'dark', layout: 'classic' })
}, 180_000)

afterAll(() => world?.stop(), 60_000)

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
