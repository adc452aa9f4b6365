import { expect, it } from 'vitest'
import { ProvenDeed } from '../../../addin/admin/proven-deed.tsx'
import { ApiError } from '../../../addin/api/api-error.ts'
import { allByRole } from '../by-role.ts'
import { eventually, press, type } from '../pane/show-pane.ts'
import { showPage } from './show-page.tsx'

const page = document.body

it('asks for the password only when the server does, and does it then', async () => {
  const tried: (string | undefined)[] = []
  const act = async ({ password }: { password?: string }) => {
    tried.push(password)
    if (password === undefined) throw new ApiError('password-needed')
    if (password !== 'Tajne hasło 1') throw new ApiError('wrong-password')
  }
  showPage(() => <ProvenDeed word="Utwórz link" done="Gotowe." act={act} onChanged={() => {}} />, {})
  expect(allByRole(page, 'textbox')).toEqual([])
  expect(page.querySelector('input')).toBeNull()

  await press(page, 'Utwórz link')
  await eventually(() => expect(page.textContent).toContain('Potwierdź, że to ty.'))
  await type(page, 'Twoje hasło', 'zgaduję')
  await press(page, 'Utwórz link')
  await eventually(() => expect(page.textContent).toContain('Hasło się nie zgadza.'))
  await type(page, 'Twoje hasło', 'Tajne hasło 1')
  await press(page, 'Utwórz link')

  await eventually(() => expect(page.textContent).toContain('Gotowe.'))
  expect(tried).toEqual([undefined, 'zgaduję', 'Tajne hasło 1'])
  expect(page.querySelector('input')).toBeNull()
})
