import { expect, it } from 'vitest'
import { LegalHolds } from '../../../addin/admin/legal-holds.tsx'
import { byRole } from '../by-role.ts'
import { eventually, press, type } from '../pane/show-pane.ts'
import { sent, showPage } from './show-page.tsx'

const page = document.body
const contractor = '6e0c3f54-64a1-4d0a-9f0e-0d7f3f2a1b11'
const kase = '6e0c3f54-64a1-4d0a-9f0e-0d7f3f2a1b22'
const spor = { id: kase, reference: '2026/0017', title: 'Spór o dostawę', contractorId: contractor }
const answers = {
  'GET /api/legal-holds': { items: [] },
  'POST /api/legal-holds': { id: 'h' },
  'GET /api/contractors': { items: [{ id: contractor, name: 'Meblex', nip: '5213017228', city: 'Łódź' }], next: null },
  'GET /api/search/places': { people: [], cases: [{ ...spor, contractorName: 'Meblex', closedAt: null }] },
  [`GET /api/cases/${kase}`]: spor,
}

async function look(words: string) {
  const field = await eventually(() => byRole(page, 'combobox', 'Kartoteka lub sprawa'))
  Object.assign(field, { value: words })
  field.dispatchEvent(new Event('input', { bubbles: true }))
}

it('holds a case that was found by words, and asks for what is missing', async () => {
  const host = showPage(LegalHolds, answers)
  await press(page, 'Wstrzymaj usuwanie')
  await eventually(() => expect(page.textContent).toContain('Wybierz kartotekę lub sprawę z listy.'))
  expect(page.textContent).toContain('Wpisz powód.')

  await look('dostaw')
  await eventually(() => byRole(page, 'option', 'Meblex kartoteka · NIP 5213017228 · Łódź'))
  const option = byRole(page, 'option', '2026/0017 Spór o dostawę')
  expect(option.textContent).toContain('sprawa · Meblex')
  option.click()
  await eventually(() => byRole(page, 'button', 'Wybierz inną'))
  expect(document.activeElement).toBe(byRole(page, 'textbox', 'Powód'))
  await type(page, 'Powód', 'Spór sądowy')
  await press(page, 'Wstrzymaj usuwanie')

  await eventually(() =>
    expect(sent(host, 'POST', '/api/legal-holds')).toEqual([
      { objectType: 'case', objectId: kase, reason: 'Spór sądowy' },
    ]),
  )
  await eventually(() => byRole(page, 'combobox', 'Kartoteka lub sprawa'))
})

it('finds by the address of a page too, and lets one choose another', async () => {
  const host = showPage(LegalHolds, answers)
  await look(`https://lupa.firma.example/#/cases/${kase}?tab=tasks`)

  const option = await eventually(() => byRole(page, 'option'))
  expect(option.textContent).toBe('2026/0017 Spór o dostawę sprawa')
  expect(host.asked.some(({ path }) => path === '/api/contractors')).toBe(false)
  option.click()
  await press(page, 'Wybierz inną')
  await eventually(() => expect(document.activeElement).toBe(byRole(page, 'combobox', 'Kartoteka lub sprawa')))
})
