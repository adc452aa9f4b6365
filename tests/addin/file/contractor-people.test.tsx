import { expect, it } from 'vitest'
import { ContractorPeople } from '../../../addin/file/contractor-people.tsx'
import type { Contractor } from '../../../shared/contractor.ts'
import { sent, showPage } from '../admin/show-page.tsx'
import { allByRole, byRole } from '../by-role.ts'
import { eventually, press, type } from '../pane/show-pane.ts'

const page = document.body
const path = '/api/contractors/c/people'
const ewa = { id: 'p', name: 'Ewa Lis', role: 'biuro', phones: ['22 1'], addresses: ['ewa@klient.example'] }
const contractor = {
  id: 'c',
  name: 'Klient',
  addresses: ['biuro@klient.example'],
  people: [ewa],
  may: { change: true, changeAudience: false },
} as unknown as Contractor

function show(shown = contractor) {
  const told: string[][] = []
  const host = showPage(() => <ContractorPeople contractor={shown} onChanged={(_, fresh) => told.push(fresh)} />, {
    [`POST ${path}`]: contractor,
    [`PATCH ${path}/p`]: contractor,
    [`DELETE ${path}/p`]: contractor,
  })
  return { host, told }
}

it('adds a person, and tells which addresses are new to the file', async () => {
  const { host, told } = show()
  await press(page, 'Dodaj osobę')
  const dialog = await eventually(() => byRole(page, 'dialog'))
  await type(dialog, 'Imię i nazwisko', ' Jan Kot ')
  await type(dialog, 'Adresy e-mail', 'Jan@klient.example\nbiuro@klient.example')

  await press(dialog, 'Zapisz')

  await eventually(() => expect(told).toEqual([['jan@klient.example']]))
  const addresses = ['jan@klient.example', 'biuro@klient.example']
  expect(sent(host, 'POST', path)).toEqual([{ name: 'Jan Kot', addresses, earlierMail: 'ask' }])
})

it('sends of a person only what was typed otherwise', async () => {
  const { host } = show()
  await press(page, 'Edytuj: Ewa Lis')
  const dialog = await eventually(() => byRole(page, 'dialog'))
  await type(dialog, 'Telefony', '22 1\n600 700 800')

  await press(dialog, 'Zapisz')

  await eventually(() => expect(sent(host, 'PATCH', `${path}/p`)).toEqual([{ phones: ['22 1', '600 700 800'] }]))
})

it('asks for a name, and says which line is no address', async () => {
  const { host } = show()
  await press(page, 'Edytuj: Ewa Lis')
  const dialog = await eventually(() => byRole(page, 'dialog'))
  await type(dialog, 'Imię i nazwisko', '')
  await type(dialog, 'Adresy e-mail', 'nic takiego')

  await press(dialog, 'Zapisz')

  await eventually(() => expect(dialog.textContent).toContain('Wpisz imię i nazwisko.'))
  expect(dialog.textContent).toContain('„nic takiego” nie jest adresem ani domeną.')
  expect(sent(host, 'PATCH', `${path}/p`)).toEqual([])
})

it('removes a person after saying what becomes of the mail, and takes the person back', async () => {
  const { host, told } = show({ ...contractor, addresses: ['biuro@klient.example', '@klient.example'] })
  await press(page, 'Usuń: Ewa Lis')
  const dialog = await eventually(() => byRole(page, 'dialog'))
  expect(dialog.textContent).toContain('Ewa Lis zniknie z listy osób i z podpowiedzi.')
  expect(dialog.textContent).toContain('Adres ewa@klient.example przestanie prowadzić pocztę do tej kartoteki.')
  expect(dialog.textContent).toContain('Domena @klient.example należy do kontrahenta')
  expect(sent(host, 'DELETE', `${path}/p`)).toEqual([])

  await press(dialog, 'Usuń osobę')

  await eventually(() => expect(told).toEqual([[]]))
  expect(sent(host, 'DELETE', `${path}/p`)).toHaveLength(1)
  await press(page, 'Cofnij')
  await eventually(() => expect(sent(host, 'PATCH', `${path}/p`)).toEqual([{ removed: false }]))
})

it('offers nothing to whom the server would refuse', () => {
  show({ ...contractor, may: { ...contractor.may, change: false } })

  expect(allByRole(page, 'button').map(button => button.textContent)).toEqual(['Pobierz CSV', 'Drukuj'])
  expect(allByRole(page, 'link', 'Pokaż wszystko: Ewa Lis')).toHaveLength(1)
})
