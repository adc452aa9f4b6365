import { expect, it } from 'vitest'
import { ActRow } from '../../../addin/file/act-row.tsx'
import { useEditContractor } from '../../../addin/file/use-edit-contractor.tsx'
import type { Contractor } from '../../../shared/contractor.ts'
import { refusal } from '../../support/fake-host.ts'
import { sent, showPage } from '../admin/show-page.tsx'
import { byRole } from '../by-role.ts'
import { eventually, press, type } from '../pane/show-pane.ts'

const page = document.body
const path = '/api/contractors/c'
const contractor = {
  id: 'c',
  name: 'Żółw i Syn',
  nip: '5213017228',
  regon: null,
  krs: '0000123456',
  street: null,
  city: 'Radom',
  phones: ['22 123 45 67'],
  note: null,
  may: { change: true, changeAudience: false },
} as unknown as Contractor

function Edit({ of, onChanged }: { of: Contractor; onChanged: (contractor: Contractor) => void }) {
  const { act, dialog } = useEditContractor(of, onChanged)
  return (
    <>
      <ActRow acts={[act]} />
      {dialog}
    </>
  )
}

async function open() {
  const changed: Contractor[] = []
  const host = showPage(() => <Edit of={contractor} onChanged={one => changed.push(one)} />, {
    [`PATCH ${path}`]: { ...contractor, city: 'Kielce' },
  })
  await press(page, 'Edytuj dane')
  const dialog = await eventually(() => byRole(page, 'dialog'))
  return { host, changed, dialog }
}

it('sends what was typed otherwise and nothing else, so that a colleague’s change elsewhere stays', async () => {
  const { host, changed, dialog } = await open()
  await type(dialog, 'Miejscowość', ' Kielce ')
  await type(dialog, 'Telefony', '22 123 45 67\n\n600 700 800\n')
  await type(dialog, 'KRS', '')

  await press(dialog, 'Zapisz')

  await eventually(() => expect(changed).toHaveLength(1))
  const was = { krs: '0000123456', city: 'Radom', phones: ['22 123 45 67'] }
  const change = { city: 'Kielce', phones: ['22 123 45 67', '600 700 800'], krs: '' }
  expect(sent(host, 'PATCH', path)).toEqual([{ ...change, was }])
})

it('shows what a colleague has written meanwhile, keeps what was typed, and replaces his only when told again', async () => {
  const { host, changed, dialog } = await open()
  host.answer(`PATCH ${path}`, refusal(409, 'changed-meanwhile'))
  host.answer(`GET ${path}`, { ...contractor, note: 'zalega z zapłatą', street: 'Długa 1' })
  await type(dialog, 'Notatka', 'płaci w terminie')

  await press(dialog, 'Zapisz')

  await eventually(() => expect(byRole(dialog, 'note').textContent).toBe('Teraz jest tu:Notatkazalega z zapłatą'))
  expect(byRole(dialog, 'alert').textContent).toContain('nic nie zapisano')
  host.answer(`PATCH ${path}`, contractor)
  await press(dialog, 'Zapisz')
  await eventually(() => expect(changed).toHaveLength(1))
  expect(sent(host, 'PATCH', path)).toEqual([
    { note: 'płaci w terminie', was: { note: null } },
    { note: 'płaci w terminie', was: { note: 'zalega z zapłatą' } },
  ])
})

it.each([
  ['Nazwa', ' ', 'Wpisz nazwę.'],
  ['NIP', '521-301-72-29', 'cyfra kontrolna się nie zgadza'],
  ['REGON', '123456786', 'To nie jest poprawny REGON'],
  ['KRS', '12345678901', 'Numer KRS ma najwyżej 10 cyfr'],
])('says what is wrong with %s before the server is asked', async (field, typed, complaint) => {
  const { host, dialog } = await open()
  await type(dialog, field, typed)

  await press(dialog, 'Zapisz')

  await eventually(() => expect(dialog.textContent).toContain(complaint))
  expect(sent(host, 'PATCH', path)).toEqual([])
})

it('asks the server for nothing when nothing was typed', async () => {
  const { host, dialog } = await open()

  await press(dialog, 'Zapisz')

  await eventually(() => expect(page.querySelector('dialog')).toBeNull())
  expect(sent(host, 'PATCH', path)).toEqual([])
})

it('is not offered to whom the server would refuse', () => {
  const reader = { ...contractor, may: { ...contractor.may, change: false } }
  showPage(() => <Edit of={reader} onChanged={() => undefined} />, {})

  expect(page.querySelector('button')).toBeNull()
})
