import { expect, it } from 'vitest'
import { JournalPage } from '../../../addin/admin/journal-page.tsx'
import { byRole } from '../by-role.ts'
import { eventually, press } from '../pane/show-pane.ts'
import { sent, showPage } from './show-page.tsx'

const page = document.body
const address = {
  id: 'a',
  kind: 'bcc',
  localPart: 'k2',
  label: 'telefon',
  ownerId: 'u',
  enabled: true,
  createdAt: '2026-11-20T09:00:00.000Z',
  lastReceivedAt: null,
  waiting: 0,
  waitingSince: null,
  failing: 0,
  unfiledShare: 0,
}

it('removes an address only after it was said what becomes of its mail', async () => {
  const host = showPage(JournalPage, {
    'GET /api/journal-addresses': { items: [address], next: null },
    'DELETE /api/journal-addresses/a': null,
  })

  await press(page, 'Usuń adres: telefon')
  const dialog = await eventually(() => byRole(page, 'dialog', 'Usunąć adres?'))
  expect(dialog.textContent).toContain('„telefon”')
  expect(sent(host, 'DELETE', '/api/journal-addresses/a')).toEqual([])
  await press(dialog, 'Usuń')

  await eventually(() => byRole(page, 'status', 'Usunięto adres.'))
  expect(sent(host, 'DELETE', '/api/journal-addresses/a')).toHaveLength(1)
})
