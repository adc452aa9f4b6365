import { expect, it } from 'vitest'
import { ActivityCard } from '../../../addin/file/activity-card.tsx'
import type { ActivityFacts } from '../../../shared/activity-facts.ts'
import type { Item } from '../../../shared/item.ts'
import { refusal } from '../../support/fake-host.ts'
import { sent, showPage } from '../admin/show-page.tsx'
import { allByRole, byRole } from '../by-role.ts'
import { eventually, press } from '../pane/show-pane.ts'

const page = document.body
const item = { id: 'item', kind: 'note', objectId: 'activity', madeFrom: { id: 'mail', title: 'Nie ten' } } as Item

function show(mayChange: boolean, answer: unknown = {}) {
  let changes = 0
  const facts = { note: '', history: [], mayChange } as Partial<ActivityFacts> as ActivityFacts
  const card = () => <ActivityCard item={item} facts={facts} onChanged={() => (changes += 1)} />
  const host = showPage(card, { 'PATCH /api/activities/activity': answer })
  return { bodies: () => sent(host, 'PATCH', '/api/activities/activity'), changes: () => changes }
}

it('takes away the mail of which something was not made, and brings it back by the undo', async () => {
  const { bodies, changes } = show(true)
  await eventually(() => byRole(page, 'link', 'Nie ten'))

  await press(page, 'Usuń powiązanie')
  await eventually(() => byRole(page, 'status', 'Usunięto powiązanie z wiadomością.'))
  expect([bodies(), changes()]).toEqual([[{ fromItemId: null }], 1])

  await press(page, 'Cofnij')
  await eventually(() => expect(bodies()).toEqual([{ fromItemId: null }, { fromItemId: 'mail' }]))
  await eventually(() => expect(changes()).toBe(2))
})

it('says when that was refused, and offers it to nobody who may not', async () => {
  show(true, refusal(403, 'not-allowed'))
  await press(page, 'Usuń powiązanie')
  await eventually(() => byRole(page, 'alert'))

  show(false)
  await eventually(() => expect(allByRole(page, 'button', 'Usuń powiązanie')).toHaveLength(0))
  byRole(page, 'link', 'Nie ten')
})
