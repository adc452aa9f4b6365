import { expect, it } from 'vitest'
import type { Lookup } from '../../../shared/lookup.ts'
import { allByRole, byRole } from '../by-role.ts'
import { buildLookup, buildRow, eventually, showFile } from './show-pane.ts'

const HOUR_MS = 3_600_000
const heads = 'GET /api/contractors/meblex/heads'
const ago = (hours: number) => new Date(Date.now() - hours * HOUR_MS).toISOString()
const meeting = buildRow({ id: 'meeting', kind: 'meeting', title: 'Przegląd', occurredAt: '2099-03-02T13:30:00.000Z' })
const upcoming: NonNullable<Lookup['upcoming']> = { items: [meeting], more: 2 }
const owedBy = (who: 'us' | 'them', hours: number) => ({ waiting: { who, since: ago(hours), itemId: 'first' } })
const written = { items: [buildRow()], next: null }

it('shows above the timeline what is to come, with day and hour, and the way to the rest', async () => {
  const { pane, host } = showFile(buildLookup({ upcoming }))

  const strip = await eventually(() => byRole(pane, 'region', 'Nadchodzące'))
  byRole(strip, 'link', 'i jeszcze 2').click()

  expect(byRole(strip, 'listitem').textContent).toMatch(/Spotkanie.*Przegląd2 mar 2099, 1\d:30/)
  expect(strip.nextElementSibling).toBe(byRole(pane, 'region', 'Oś czasu'))
  expect(host.opened).toEqual(['/#/contractors/meblex'])
})

it('shows a new meeting as soon as there is one, and nothing where there is none', async () => {
  const { pane, host } = showFile(buildLookup())
  await eventually(() => byRole(pane, 'heading', 'Meblex'))
  expect(allByRole(pane, 'heading').map(one => one.textContent)).not.toContain('Nadchodzące')

  host.answer('POST /api/lookup', buildLookup({ upcoming: { ...upcoming, more: 0 } }))
  host.news()

  const strip = await eventually(() => byRole(pane, 'region', 'Nadchodzące'))
  expect(allByRole(strip, 'link').map(one => one.textContent)).toEqual(['Przegląd'])
})

it('says who owes an answer and for how long, in a line that was kept for it', async () => {
  const { pane, host } = showFile(buildLookup({ timeline: written }), { [heads]: owedBy('us', 73) })
  await eventually(() => expect(pane.querySelector('.owed')).not.toBeNull())

  const clock = await eventually(() => byRole(pane, 'link', 'Czeka na naszą odpowiedź: 3 dni'))
  clock.click()
  expect(host.opened).toEqual(['/#/items/first'])

  host.answer(heads, owedBy('them', 5))
  host.answer('POST /api/lookup', buildLookup({ timeline: { ...written, items: [buildRow({ id: 'answer' })] } }))
  host.news()
  await eventually(() => byRole(pane, 'link', 'Czekamy na odpowiedź: 5 godzin'))
})

it('asks nothing of a file in which nobody has written', async () => {
  const { pane, host } = showFile(buildLookup({ timeline: { items: [buildRow({ kind: 'note' })], next: null } }))

  await eventually(() => byRole(pane, 'heading', 'Meblex'))

  expect(pane.querySelector('.owed')).toBeNull()
  expect(host.asked.filter(one => one.path.endsWith('/heads'))).toEqual([])
})
