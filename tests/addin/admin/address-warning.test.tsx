import { expect, it } from 'vitest'
import { AddressWarning } from '../../../addin/admin/address-warning.tsx'
import { showPage } from './show-page.tsx'

it.each([
  ['http://127.0.0.1:3000', 'działa tylko na tym komputerze'],
  ['http://localhost:3000', 'działa tylko na tym komputerze'],
  ['http://[::1]:3000', 'działa tylko na tym komputerze'],
  ['http://lupa.siec:3000', 'Bez https'],
  ['https://lupa.siec', 'nie wyśle sama żadnego linku'],
])('says of %s what is wrong with it', (origin, words) => {
  showPage(() => <AddressWarning publicUrl={null} origin={origin} />, {})

  expect(document.body.textContent).toContain(words)
  expect(document.body.textContent).toContain(origin)
})

it('says nothing where the address is known', () => {
  showPage(() => <AddressWarning publicUrl="https://lupa.nasza.example" origin="http://127.0.0.1:3000" />, {})

  expect(document.querySelector('[role=alert]')).toBeNull()
})
