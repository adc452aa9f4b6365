import { expect, it, vi } from 'vitest'
import { NewActivityDialog } from '../../../addin/file/new-activity-dialog.tsx'
import { sent, showPage } from '../admin/show-page.tsx'
import { byRole } from '../by-role.ts'
import { choose, eventually, press, type } from '../pane/show-pane.ts'

const page = document.body
const users = {
  items: [
    { id: 'u', name: 'Jan', email: 'jan@nasza.example', isAdmin: false },
    { id: 'a', name: 'Anna', email: 'anna@nasza.example', isAdmin: false },
  ],
  next: null,
}

async function showDialog() {
  const onCreated = vi.fn()
  const host = showPage(() => <NewActivityDialog contractorId="c" onClose={() => undefined} onCreated={onCreated} />, {
    'GET /api/users': users,
    'GET /api/groups': { items: [], next: null },
    'GET /api/contractors/c': { people: [] },
    'GET /api/contractors/c/cases': { items: [], next: null },
    'POST /api/activities': {},
  })
  await eventually(() => byRole(page, 'radio', 'Tylko wybrane osoby i grupy'))
  await press(page, 'Notatka')
  await type(page, 'Tytuł', 'Zwolnienie Nowaka')
  return { host, onCreated, save: () => press(page, 'Zapisz działanie') }
}

it('makes a note for chosen people only, and asks whom if nobody was chosen', async () => {
  const { host, onCreated, save } = await showDialog()
  byRole(page, 'radio', 'Tylko wybrane osoby i grupy').click()
  await eventually(() => byRole(page, 'checkbox', 'Anna'))

  await save()
  await eventually(() => expect(page.textContent).toContain('Zaznacz przynajmniej jedną osobę lub grupę.'))
  expect(sent(host, 'POST', '/api/activities')).toEqual([])

  byRole(page, 'checkbox', 'Anna').click()
  await eventually(() => expect(page.textContent).toContain('Zaznacz też siebie'))
  await save()

  await eventually(() => expect(onCreated).toHaveBeenCalled())
  expect(sent(host, 'POST', '/api/activities')).toMatchObject([
    { kind: 'note', title: 'Zwolnienie Nowaka', audience: { users: ['a'] } },
  ])
})

it('leaves it to the file unless told, and says of a narrow task who sees it besides', async () => {
  const { host, onCreated, save } = await showDialog()
  const besides = 'Kto wykonuje zadanie, zobaczy je także bez zaznaczenia.'
  await press(page, 'Zadanie')
  await choose(page, 'Wykonuje', 'a')
  expect(page.textContent).not.toContain(besides)
  byRole(page, 'radio', 'Tylko wybrane osoby i grupy').click()
  await eventually(() => expect(page.textContent).toContain(besides))
  byRole(page, 'radio', 'Tak jak kartoteka i sprawa').click()

  await save()

  await eventually(() => expect(onCreated).toHaveBeenCalled())
  expect(sent(host, 'POST', '/api/activities')[0]).not.toHaveProperty('audience')
})
