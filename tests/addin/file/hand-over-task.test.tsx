import { expect, it } from 'vitest'
import { HandOverDialog } from '../../../addin/file/hand-over-dialog.tsx'
import { sent, showPage } from '../admin/show-page.tsx'
import { choose, eventually, press } from '../pane/show-pane.ts'

const page = document.body
const users = {
  items: [
    { id: 'u', name: 'Jan', email: 'jan@nasza.example', isAdmin: false },
    { id: 'a', name: 'Anna', email: 'anna@nasza.example', isAdmin: false },
  ],
  next: null,
}

it('gives a task to nobody who has it already', async () => {
  const host = showPage(
    () => <HandOverDialog activityId="t" assigneeId="u" onClose={() => undefined} onChanged={() => undefined} />,
    { 'GET /api/users': users, 'GET /api/groups': { items: [], next: null }, 'PATCH /api/activities/t': {} },
  )
  await eventually(() => expect(page.textContent).toContain('Anna'))

  await press(page, 'Przekaż')
  await eventually(() => expect(page.textContent).toContain('Ta osoba już wykonuje to zadanie.'))
  expect(sent(host, 'PATCH', '/api/activities/t')).toEqual([])

  await choose(page, 'Wykonuje', 'a')
  await press(page, 'Przekaż')
  await eventually(() => expect(sent(host, 'PATCH', '/api/activities/t')).toEqual([{ assigneeId: 'a' }]))
})
