import { createRef } from 'preact'
import { expect, it } from 'vitest'
import { noFilter } from '../../../addin/app/list-filter.ts'
import { FilterBar } from '../../../addin/file/filter-bar.tsx'
import { showPage } from '../admin/show-page.tsx'
import { allByRole } from '../by-role.ts'

const page = document.body
const ticks = () => allByRole(page, 'checkbox', 'Tylko nowe od ostatniego razu') as HTMLInputElement[]

function show(hasLooked: boolean | undefined, isNew: boolean) {
  const filter = { ...noFilter, isNew }
  showPage(
    () => <FilterBar filter={filter} onFilter={() => undefined} barRef={createRef()} hasLooked={hasLooked} />,
    {},
  )
  page.querySelector('details')?.setAttribute('open', '')
}

it('shows the tick of what is new also to somebody who comes by a shared address and looks for the first time', () => {
  show(false, true)

  expect(ticks().map(tick => tick.checked)).toEqual([true])
  expect(page.textContent).toContain('Jesteś tu pierwszy raz, więc wszystko jest nowe.')
})

it.each([
  [true, false, 1],
  [true, true, 1],
  [undefined, false, 0],
  [false, false, 0],
])('looked before: %s, only new: %s: offers the tick %i times, and no excuse', (hasLooked, isNew, amount) => {
  show(hasLooked, isNew)

  expect(ticks()).toHaveLength(amount)
  expect(page.textContent).not.toContain('pierwszy raz')
})
