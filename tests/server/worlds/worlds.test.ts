import * as fc from 'fast-check'
import { afterAll, expect, it } from 'vitest'
import { routes } from '../../../shared/routes.ts'
import { openTestHouse } from '../../support/house.ts'
import { anyReaders, anyWorld, play } from './acts.ts'
import { held } from './judges.ts'
import { type Act, actNames } from './plays.ts'
import { readingOf } from './reading.ts'
import { remembered } from './remembered.ts'
import { hirePeople, setStage, tick } from './stage.ts'

/** So many worlds are one test; `npm run test:long` plays 100,000. */
const AT_ONCE = 250
const WORLDS = Number(process.env.LUPA_TEST_WORLDS ?? 1000)
const FIRST = Number(process.env.LUPA_TEST_SEED ?? Date.now() % 1_000_000)
const seeds = Array.from({ length: Math.ceil(WORLDS / AT_ONCE) }, (_, n) => FIRST + n)
/** What is set or over by itself, and refused to nobody. */
const byThemselves = ['disable', 'endGrace', 'expireOpenings']

const test = await openTestHouse({ now: tick })
const staff = await hirePeople(test)
const done = new Map<string, number>()
const start = performance.now()
let worlds = 0

afterAll(() => {
  const seconds = (performance.now() - start) / 1000
  process.stdout.write(
    `${worlds} worlds from seed ${FIRST} in ${seconds.toFixed(1)} s, ${((1000 * seconds) / worlds).toFixed(0)} ms each\n`,
  )
})

it('holds every route of the contract to the model, and no other', () => {
  const played = Object.values(held).flatMap(how => ('playedBy' in how ? how.playedBy : []))

  expect(new Set(Object.keys(held))).toEqual(new Set(routes.map(route => `${route.method} ${route.url}`)))
  // Nobody is switched off by a route yet.
  expect(new Set([...played, 'disable'])).toEqual(new Set(actNames))
})

it.each(remembered)('remembers: $showed', ({ acts, readers }) => playAndLook(acts, readers))

it.each(seeds)(
  'shows everybody what the rule says, whatever happened before (LUPA_TEST_SEED=%i)',
  async seed => {
    const world = fc.asyncProperty(anyWorld, anyReaders, playAndLook)
    await fc.assert(world, { seed, numRuns: Math.min(AT_ONCE, WORLDS) })
  },
  600_000,
)

it.runIf(WORLDS >= AT_ONCE)('lets every act succeed in some world: one that is always refused shows nothing', () => {
  const never = actNames.filter(name => !byThemselves.includes(name) && !done.has(name))

  expect(never).toEqual([])
})

/** Plays a world on an emptied stage, then asks every judged route as its readers. */
async function playAndLook(acts: Act[], readers: number[]) {
  worlds += 1
  const stage = await setStage(test, staff, done)
  for (const act of acts) await play(stage, act)
  await Promise.all(
    readers.map(async who => {
      const actor = stage.actors.get(staff.actors[who]?.id ?? '')
      if (!actor) throw new Error('a reader is one of the staff')
      const reading = readingOf(stage, actor)
      // To be told nothing at all is right for who is switched off, and for nobody else.
      if (reading.rules.isOut && (await actor.get('/api/timeline')).status === 401) return
      await Promise.all(Object.values(held).map(how => ('judge' in how ? how.judge(reading) : undefined)))
    }),
  )
}
