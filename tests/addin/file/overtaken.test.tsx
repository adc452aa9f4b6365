import { expect, it } from 'vitest'
import { ApiError } from '../../../addin/api/api-error.ts'
import { ActivityDialog } from '../../../addin/file/activity-dialog.tsx'
import { PlaceViewersDialog } from '../../../addin/file/place-viewers-dialog.tsx'
import type { ActivityFacts } from '../../../shared/activity-facts.ts'
import type { Item } from '../../../shared/item.ts'
import { refusal } from '../../support/fake-host.ts'
import { sent, showPage } from '../admin/show-page.tsx'
import { byRole } from '../by-role.ts'
import { eventually, press, type } from '../pane/show-pane.ts'

const page = document.body
const people = ['Anna', 'Jan', 'Tomasz'].map(name => ({ id: name, name, email: `${name}@nasza.example`, isAdmin: false }))
const viewersOf = (...names: string[]) => names.map(name => ({ id: name, name, isGroup: false }))

it('keeps out of a circle whom a colleague took out while another was being added', async () => {
  const saved: object[] = []
  showPage(
    () => (
      <PlaceViewersDialog
        title="Kto ma widzieć tę kartotekę"
        viewers={viewersOf('Anna', 'Jan')}
        inherits={null}
        onSave={async (audience, was) => {
          saved.push({ audience, was })
          if (saved.length === 1) throw new ApiError('changed-meanwhile')
        }}
        onAsk={async () => ({ viewers: viewersOf('Anna'), inherits: null })}
        onClose={() => undefined}
      />
    ),
    { 'GET /api/users': { items: people, next: null }, 'GET /api/groups': { items: [], next: null } },
  )
  await eventually(() => expect(page.textContent).toContain('Tomasz@nasza.example'))
  tick('Tomasz')

  await press(page, 'Zapisz')

  await eventually(() => expect(byRole(page, 'note').textContent).toContain('Teraz widzą to: Anna.'))
  expect(ticked()).toEqual(['Anna', 'Tomasz'])
  await press(page, 'Zapisz')
  await eventually(() => expect(saved).toHaveLength(2))
  expect(saved).toEqual([
    { audience: { users: ['Anna', 'Jan', 'Tomasz'], groups: [] }, was: { audience: ['Anna', 'Jan'] } },
    { audience: { users: ['Anna', 'Tomasz'], groups: [] }, was: { audience: ['Anna'] } },
  ])
})

it('says that a note was written anew meanwhile, shows it and keeps what was typed', async () => {
  const facts = { note: 'stara', startsAt: null, endsAt: null, priority: 'normal' } as ActivityFacts
  const item = { id: 'i', objectId: 'a', kind: 'note', title: 'Ustalenia', contractorId: 'c' } as Item
  const changed: true[] = []
  const host = showPage(
    () => <ActivityDialog item={item} facts={facts} onClose={() => undefined} onChanged={() => changed.push(true)} />,
    {
      'PATCH /api/activities/a': refusal(409, 'changed-meanwhile'),
      'GET /api/items/i': { ...item, title: 'Ustalenia z marca', activity: { ...facts, note: 'nowa kolegi' } },
    },
  )
  await type(page, 'Notatka', 'moja')

  await press(page, 'Zapisz zmiany')

  await eventually(() => expect(byRole(page, 'note').textContent).toBe('Teraz jest tu:Notatkanowa kolegi'))
  expect((byRole(page, 'textbox', 'Notatka') as HTMLTextAreaElement).value).toBe('moja')
  expect((byRole(page, 'textbox', 'Tytuł') as HTMLInputElement).value).toBe('Ustalenia z marca')
  host.answer('PATCH /api/activities/a', {})
  await press(page, 'Zapisz zmiany')
  await eventually(() => expect(changed).toEqual([true]))
  expect(sent(host, 'PATCH', '/api/activities/a')).toEqual([
    { note: 'moja', was: { note: 'stara' } },
    { note: 'moja', was: { note: 'nowa kolegi' } },
  ])
})

function boxes(): HTMLInputElement[] {
  return [...page.querySelectorAll<HTMLInputElement>('input[type=checkbox]')]
}

function nameOf(box: HTMLInputElement): string {
  return box.closest('label')?.textContent?.trim().split(' ')[0] ?? ''
}

function tick(name: string) {
  boxes()
    .find(box => nameOf(box).startsWith(name))
    ?.click()
}

function ticked(): string[] {
  const names = boxes().filter(box => box.checked)
  return people.map(({ name }) => name).filter(name => names.some(box => nameOf(box).startsWith(name)))
}
