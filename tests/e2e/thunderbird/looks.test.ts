import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { buildMail } from '../../support/mail.ts'
import { hostileMail } from './hostile-mail.ts'
import { english, signIn } from './sign-in.ts'
import { pictures, startWorld, type World } from './world.ts'

let world: World
/** Its sender's name stands in the header as it is, not encoded. */
const plainMail = buildMail({ messageId: '<plain@obcy.example>', from: 'Dział Zamówień <dzial@obcy.example>' })

beforeAll(async () => {
  world = await startWorld({
    name: 'looks',
    mails: [hostileMail, plainMail],
    language: 'en-US',
    theme: 'dark',
    layout: 'classic',
  })
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

it('reads a name that stands unencoded in the mail’s head', { timeout: 60_000 }, async () => {
  await world.thunderbird.open('plain@obcy.example')

  await world.thunderbird.panelShows('Dział Zamówień')
})

function visibleWords(): string | null {
  const words = document.querySelector('p')
  return words?.checkVisibility() ? words.textContent : null
}
