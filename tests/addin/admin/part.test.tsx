import { expect, it } from 'vitest'
import { Tokens } from '../../../addin/account/tokens.tsx'
import { refusal } from '../../support/fake-host.ts'
import { allByRole, byRole } from '../by-role.ts'
import { eventually, press } from '../pane/show-pane.ts'
import { showPage } from './show-page.tsx'

const page = document.body

it('says in the place of a part of a page that it could not be read, and leaves the page its heading', async () => {
  const host = showPage(Tokens, { 'GET /api/me/tokens': refusal(500, 'internal') })
  await eventually(() => byRole(page, 'alert'))

  expect(allByRole(page, 'heading').map(heading => heading.tagName)).toEqual(['H2'])
  byRole(page, 'button', 'Utwórz token')
  host.answer('GET /api/me/tokens', { items: [] })
  await press(page, 'Spróbuj ponownie')

  await eventually(() => expect(allByRole(page, 'alert')).toEqual([]))
  expect(page.textContent).toContain('Nie ma żadnego tokenu')
})
