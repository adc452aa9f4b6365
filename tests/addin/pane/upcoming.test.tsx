import { expect, it } from 'vitest'
import type { Lookup } from '../../../shared/lookup.ts'
import { allByRole, byRole } from '../by-role.ts'
import { buildTask } from './build-lookup.ts'
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

it('shows a task that is due in the strip of what is to come, and any other among the open ones, each once', async () => {
  const due = (title: string, dueOn: string | null) => buildTask({ id: title, itemId: title, title, dueOn })
  const items = [
    due('Wczoraj', '2020-01-01'),
    due('Przedtem', '2099-03-02'),
    due('Potem', '2099-03-03'),
    due('Kiedyś', null),
  ]
  const { pane, host } = showFile(buildLookup({ upcoming: { ...upcoming, more: 0 }, tasks: { items, more: 1 } }))
  const namesIn = (region: string) => allByRole(byRole(pane, 'region', region), 'link').map(one => one.textContent)

  await eventually(() => expect(namesIn('Nadchodzące')).toEqual(['Przedtem', 'Przegląd', 'Potem']))
  expect(namesIn('Otwarte zadania')).toEqual(['Wczoraj', 'Kiedyś', 'Wszystkie zadania'])
  expect(allByRole(byRole(pane, 'region', 'Nadchodzące'), 'listitem')[0]?.textContent).toMatch(
    /Zadanie.*Przedtem2 mar 2099.*Ewa Lis · pilne · czeka na przyjęcie/,
  )

  // Nothing is said to be next that may come after what is not shown.
  host.answer('POST /api/lookup', buildLookup({ upcoming, tasks: { items, more: 0 } }))
  host.news()
  await eventually(() => expect(namesIn('Nadchodzące')).toEqual(['Przedtem', 'Przegląd', 'i jeszcze 2']))
  expect(namesIn('Otwarte zadania')).toEqual(['Wczoraj', 'Potem', 'Kiedyś'])

  host.answer('POST /api/lookup', buildLookup({ tasks: { items: items.slice(1, 2), more: 3 } }))
  host.news()
  await eventually(() => expect(namesIn('Nadchodzące')).toEqual(['Przedtem', 'i jeszcze 3']))
  expect(pane.textContent).not.toContain('Otwarte zadania')
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

  expect(pane.querySelector('.owed')?.textContent).toBe('')
  expect(host.asked.filter(one => one.path.endsWith('/heads'))).toEqual([])
})
