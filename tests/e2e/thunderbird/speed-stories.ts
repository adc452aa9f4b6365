import { beforeAll, expect, it } from 'vitest'
import { buildMail } from '../../support/mail.ts'
import { readPanel } from './inside-panel.ts'
import { timeToShow } from './inside-thunderbird.ts'
import type { World } from './world.ts'

const CLICKS = 40
/** Twice what the design wants of an idle machine, so that a busy one does not fail by chance. */
const LONGEST_P50_MS = 300
export const speedMails = ['szybki', 'drugi'].map(name =>
  buildMail({ messageId: `<one@${name}.example>`, from: `Ewa <ewa@${name}.example>`, to: 'biuro@nasza.example' }),
)
let world: World

/** How long one waits for a file after a click. */
export function speedStories(open: () => World) {
  beforeAll(async () => {
    world = open()
    for (const name of ['szybki', 'drugi']) {
      const { id } = await world.ask('POST', '/api/contractors', { name, addresses: [`@${name}.example`] })
      await world.ask('POST', '/api/activities', { kind: 'call', contractorId: id, title: `Rozmowa z ${name}` })
    }
    await world.thunderbird.open('one@szybki.example')
    await world.thunderbird.panelShows('Rozmowa z szybki')
  })

  it('has painted the timeline soon after a click on a mail', { timeout: 120_000 }, async () => {
    const times: number[] = []
    for (let click = 0; click < CLICKS; click += 1) {
      const name = click % 2 === 0 ? 'drugi' : 'szybki'
      const read = readPanel.toString()
      const words = `Rozmowa z ${name}`
      times.push(await world.thunderbird.privileged(timeToShow, `one@${name}.example`, words, read, 'lupa-panel'))
    }

    const sorted = times.toSorted((one, other) => one - other)
    const [p50 = 0, p95 = 0] = [0.5, 0.95].map(share => sorted[Math.floor(share * CLICKS)])
    process.stdout.write(`click on a mail to its timeline in Thunderbird: p50 ${p50} ms, p95 ${p95} ms of ${CLICKS}\n`)
    expect(p50).toBeLessThan(LONGEST_P50_MS)
  })
}
