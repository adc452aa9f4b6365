import { expect, it } from 'vitest'
import { HandOver } from '../../../addin/file/hand-over.tsx'
import { showPage } from '../admin/show-page.tsx'
import { allByRole } from '../by-role.ts'
import { choose, eventually, press } from '../pane/show-pane.ts'

const page = document.body
const users = {
  items: [
    { id: 'u', name: 'Jan', email: 'jan@nasza.example', isAdmin: false },
    { id: 'a', name: 'Anna', email: 'anna@nasza.example', isAdmin: false },
  ],
  next: null,
}

function show(managerId: string | null, mayHandOver: boolean): string[] {
  const handed: string[] = []
  const Facts = () => (
    <dl>
      <HandOver
        title="Przekaż sprawę"
        managerId={managerId}
        mayHandOver={mayHandOver}
        onHandOver={async id => {
          handed.push(id)
        }}
      />
    </dl>
  )
  showPage(Facts, { 'GET /api/users': users })
  return handed
}

function dialogThere(): HTMLDialogElement {
  const dialog = page.querySelector('dialog')
  if (!dialog) throw new Error('no dialog is open')
  return dialog
}

it('hands over to a colleague, and asks whom if nobody was chosen', async () => {
  const handed = show('u', true)
  await eventually(() => expect(page.textContent).toContain('Jan'))
  await press(page, 'Przekaż')
  const dialog = await eventually(dialogThere)
  expect(dialog.textContent).toContain('Przekaż sprawę')

  await press(dialog, 'Przekaż')
  await eventually(() => expect(dialog.textContent).toContain('Wybierz, komu to przekazujesz.'))
  expect(handed).toEqual([])
  // Not to the one who has it.
  expect([...dialog.querySelectorAll('option')].map(option => option.textContent)).toEqual(['Wybierz osobę', 'Anna'])
  await choose(dialog, 'Nowy opiekun', 'a')
  await press(dialog, 'Przekaż')

  await eventually(() => expect(page.textContent).toContain('Nowy opiekun: Anna.'))
  expect(handed).toEqual(['a'])
})

it('names the manager to whoever sees the place, with no button for whom it would refuse', async () => {
  show('odszedł', false)

  await eventually(() => expect(page.textContent).toContain('konto wyłączone'))
  expect(allByRole(page, 'button')).toEqual([])
})
