import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildMail } from '../../support/mail.ts'
import { tidyAfterFailure } from './after-failure.ts'
import { barrierMails, barrierStories, doorBarrierStories } from './barrier-stories.ts'
import { hostileMail, openingMail } from './hostile-mail.ts'
import { brightness } from './inside-panel.ts'
import { english, seeToSignedIn, signIn } from './sign-in.ts'
import { until } from './until.ts'
import { pictures, startWorld, type World } from './world.ts'

let world: World
const dress = { language: 'en', look: 'dark' } as const
/** Its sender's name stands in the header as it is, not encoded. */
const plainMail = buildMail({ messageId: '<plain@obcy.example>', from: 'Dział Zamówień <dzial@obcy.example>' })

beforeAll(async () => {
  world = await startWorld({
    name: 'looks',
    mails: [hostileMail, deadMail, openingMail, plainMail, ...veiledMails, ...barrierMails],
    language: 'en-US',
    theme: dress.look,
    layout: 'classic',
  })
}, 180_000)

afterAll(() => world?.stop(), 60_000)

/** A mail whose root would make everything in it dead, and leave the panel no room, by attributes that outweigh every rule. */
const deadMail = hostileMail
  .replace('<hostile@', '<dead@')
  .replace(/<style>.*<\/style>/s, '')
  .replace(
    '<html>',
    '<html inert hidden popover aria-hidden="true" style="margin-right: 0 !important; width: 100vw !important; display: none !important">',
  )

/** What a mail's own rules may say of the root, on which the panel hangs, that would take the panel away or make it tiny. */
const veils = ['display: none', 'content-visibility: hidden', 'zoom: 0.2', 'transform: scale(0)']
const veiledMails = veils.map((veil, at) =>
  hostileMail
    .replace('<hostile@', `<veiled-${at}@`)
    .replace(
      /<style>.*<\/style>/s,
      `<style>@layer veil { html { ${veil} !important } } ${':root'.repeat(9)} { ${veil} !important }</style>`,
    ),
)

tidyAfterFailure(() => world)

describe('at the door', () => doorBarrierStories(() => world, dress))

it('is drawn dark and English beside a mail that hides and paints over everything', { timeout: 60_000 }, async () => {
  const { thunderbird } = world
  await thunderbird.open('hostile@obcy.example')
  await thunderbird.panelShows('Open settings')
  await signIn(thunderbird, world.me, english)

  const text = await thunderbird.panelShows('mallory@obcy.example')
  await thunderbird.screenshot(path.join(pictures, 'thunderbird-hostile-dark-en.png'))

  expect(await thunderbird.inMessage(visibleWords)).toBe('Nothing but me.')
  expect(text).not.toContain('Type your password here')
  const { ground, words } = await thunderbird.inMessage(brightness, 'lupa-panel')
  expect(ground).toBeLessThan(60)
  expect(words).toBeGreaterThan(200)
  await thunderbird.clickInPanel('button', 'Collapse the Lupa panel')
  await thunderbird.clickInPanel('button', 'Show the Lupa panel')
  await thunderbird.panelShows('mallory@obcy.example')
})

it('reads a name that stands unencoded in the mail’s head', { timeout: 60_000 }, async () => {
  await world.thunderbird.open('plain@obcy.example')

  await world.thunderbird.panelShows('Dział Zamówień')
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

it('is neither covered nor made dead by what a mail opens with a click', { timeout: 60_000 }, async () => {
  const { thunderbird } = world
  await thunderbird.open('opening@obcy.example')
  await thunderbird.panelShows('mallory@obcy.example')

  expect(await thunderbird.inMessage(pressEverything)).toEqual({ pressed: 6, opened: [], overPanel: 'lupa-panel' })

  await thunderbird.clickInPanel('button', 'Collapse the Lupa panel')
  await until('it to be closed', async () => !(await thunderbird.panelText()).includes('mallory@obcy.example'))
  await thunderbird.clickInPanel('button', 'Show the Lupa panel')
  await thunderbird.panelShows('mallory@obcy.example')
})

it.each(veils.map((veil, at) => [veil, at] as const))(
  'stands whole beside a mail whose rules say of the root: %s',
  {
    timeout: 60_000,
  },
  async (_veil, at) => {
    const { thunderbird } = world
    await thunderbird.open('plain@obcy.example')
    await thunderbird.panelShows(/Open settings|Dział/)
    const usual = await thunderbird.inMessage(extentOf, 'lupa-panel')

    await thunderbird.open(`veiled-${at}@obcy.example`)
    await thunderbird.panelShows(/Open settings|mallory/)

    expect(await thunderbird.inMessage(extentOf, 'lupa-panel')).toEqual(usual)
  },
)

describe('judged by axe', () => {
  beforeAll(() => seeToSignedIn(world, english))

  barrierStories(() => world, dress)
})

/** Where the mail ends and where the panel begins. */
function edges(): { mail: number; panel: number } {
  const host = document.querySelector('lupa-panel:popover-open')
  return {
    mail: document.documentElement.getBoundingClientRect().right,
    panel: host?.getBoundingClientRect().left ?? 0,
  }
}

/** How wide and high the panel is on screen. */
function extentOf(name: string): number[] {
  const { width, height } = document.querySelector(name)?.getBoundingClientRect() ?? { width: 0, height: 0 }
  return [width, height].map(Math.round)
}

/** Presses each button of the mail, and tells what came of it. */
function pressEverything() {
  type Seen = Element & { openOrClosedShadowRoot: ShadowRoot | null }
  const everything = (root: ParentNode): HTMLElement[] =>
    [...root.querySelectorAll<HTMLElement & Seen>('*')].flatMap(element => [
      element,
      ...(element.openOrClosedShadowRoot ? everything(element.openOrClosedShadowRoot) : []),
    ])
  const all = everything(document.body)
  const buttons = all.filter(({ localName }) => localName === 'button')
  for (const button of buttons) button.click()
  const opened = all.filter(element => element.matches(':popover-open, :modal')).map(({ id }) => id)
  return { pressed: buttons.length, opened, overPanel: document.elementFromPoint(innerWidth - 100, 300)?.localName }
}

function visibleWords(): string | null {
  const words = document.querySelector('p')
  return words?.checkVisibility() ? words.textContent : null
}
