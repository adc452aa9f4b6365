import { expect, it } from 'vitest'
import { HomeTasks } from '../../../addin/file/home-tasks.tsx'
import { showPage } from '../admin/show-page.tsx'
import { allByRole, byRole } from '../by-role.ts'
import { eventually } from '../pane/show-pane.ts'

const page = document.body
const task = (title: string, more: object = {}) => ({
  id: title,
  itemId: title,
  title,
  state: 'new',
  priority: 'normal',
  dueOn: null,
  assigneeId: 'u',
  assigneeName: 'Jan',
  givenBy: null,
  acceptedAt: '2026-01-01T00:00:00.000Z',
  contractorId: null,
  contractorName: null,
  ...more,
})

function show(mine: object[], given: object[]) {
  showPage(() => <HomeTasks />, {
    'GET /api/tasks': ({ query }: { query: URLSearchParams }) => ({
      items: query.get('of') === 'given' ? given : mine,
      next: null,
    }),
  })
}

const listOf = (heading: string) => page.querySelector(`ul[aria-labelledby="${byRole(page, 'heading', heading).id}"]`)
const titlesIn = (heading: string) =>
  [...(listOf(heading)?.querySelectorAll('.row-link') ?? [])].map(link => link.textContent)

it('has beside what presses what waits: for a day, for my yes, for those to whom I gave it', async () => {
  show(
    [
      task('Spóźnione', { dueOn: '2026-01-01' }),
      task('Przyjęte na później', { dueOn: '2999-01-01' }),
      task('Nieprzyjęte', { dueOn: '2999-01-01', acceptedAt: null, givenBy: 'Anna' }),
      task('Bez terminu'),
    ],
    [task('Oddane', { assigneeId: 'a', assigneeName: 'Anna' })],
  )

  await eventually(() => expect(titlesIn('Czekające')).toEqual(['Nieprzyjęte', 'Bez terminu', 'Oddane']))
  expect(titlesIn('Moje zadania')).toEqual(['Spóźnione'])
  expect(listOf('Czekające')?.textContent).toContain('Anna')
})

it('shows no group of what waits where nothing does', async () => {
  show([task('Spóźnione', { dueOn: '2026-01-01' })], [])

  // What was known before stands there until the answer comes.
  await eventually(() => expect(allByRole(page, 'heading', 'Czekające')).toEqual([]))
  expect(titlesIn('Moje zadania')).toEqual(['Spóźnione'])
})

it('names ten of many, and leads to the rest', async () => {
  show(
    [],
    Array.from({ length: 12 }, (_, index) => task(`Oddane ${index}`, { assigneeId: 'a' })),
  )

  await eventually(() => expect(titlesIn('Czekające')).toHaveLength(10))

  const more = byRole(page, 'link', 'Pokaż jeszcze 2')
  expect(more.getAttribute('href')).toContain('of=given')
})
