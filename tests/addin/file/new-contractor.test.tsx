import { expect, it, vi } from 'vitest'
import { NewContractorDialog } from '../../../addin/file/new-contractor-dialog.tsx'
import type { Asked } from '../../support/fake-host.ts'
import { sent, showPage } from '../admin/show-page.tsx'
import { eventually, press, type } from '../pane/show-pane.ts'

const meblex = { id: 'm', name: 'Meblex', nip: null, city: null }

const heldAmong = (body: unknown, ...held: string[]) =>
  (body as { addresses: string[] }).addresses
    .filter(address => held.includes(address))
    .map(address => ({ address, contractors: [meblex] }))

it('says whose the address is before a second file has it, and lets go on', async () => {
  const onCreated = vi.fn()
  const filled = { name: 'Meblex Bis', addresses: '@meblex.example\n@bis.example' }
  const host = showPage(() => <NewContractorDialog filled={filled} onClose={() => undefined} onCreated={onCreated} />, {
    'POST /api/contractors/holders': ({ body }: Asked) => ({ items: heldAmong(body, '@meblex.example'), ofTaxId: [] }),
    'POST /api/contractors': { ...meblex, id: 'bis', addresses: [] },
  })

  await press(document.body, 'Utwórz kontrahenta')

  const warning = await eventually(() => {
    const found = document.querySelector('[role=alert]')
    expect(found).not.toBeNull()
    return found
  })
  expect(warning?.textContent).toContain('@meblex.example')
  expect(warning?.textContent).not.toContain('@bis.example')
  expect(warning?.querySelector('a')?.getAttribute('href')).toContain('/m')
  expect(sent(host, 'POST', '/api/contractors')).toEqual([])

  await press(document.body, 'Utwórz mimo to')
  await eventually(() => expect(onCreated).toHaveBeenCalledTimes(1))
})

it('asks anew when the addresses are written anew', async () => {
  const host = showPage(
    () => (
      <NewContractorDialog
        filled={{ name: 'X', addresses: '@meblex.example' }}
        onClose={() => undefined}
        onCreated={() => undefined}
      />
    ),
    {
      'POST /api/contractors/holders': ({ body }: Asked) => ({
        items: heldAmong(body, '@meblex.example', '@inny.example'),
        ofTaxId: [],
      }),
      'POST /api/contractors': { ...meblex, addresses: [] },
    },
  )
  await press(document.body, 'Utwórz kontrahenta')
  await eventually(() => expect(document.querySelector('[role=alert]')).not.toBeNull())

  await type(document.body, 'Adresy i domeny', '@inny.example')

  await eventually(() => expect(document.querySelector('[role=alert]')).toBeNull())
  await press(document.body, 'Utwórz kontrahenta')
  await eventually(() => expect(document.querySelector('[role=alert]')?.textContent).toContain('@inny.example'))
  expect(sent(host, 'POST', '/api/contractors')).toEqual([])
})

it('gives the addresses to the one who has the NIP already', async () => {
  const onCreated = vi.fn()
  const filled = { name: 'Meblex Bis', nip: '521-301-72-28', addresses: '@bis.example' }
  const host = showPage(() => <NewContractorDialog filled={filled} onClose={() => undefined} onCreated={onCreated} />, {
    'POST /api/contractors/holders': { items: [], ofTaxId: [{ ...meblex, nip: '5213017228' }] },
    'POST /api/contractors/m/addresses': { ...meblex, addresses: ['@bis.example'] },
  })

  await press(document.body, 'Utwórz kontrahenta')
  await press(document.body, 'Dodaj do: Meblex')

  await eventually(() =>
    expect(onCreated.mock.calls).toEqual([[expect.objectContaining({ id: 'm' }), ['@bis.example']]]),
  )
  expect(document.querySelector('[role=alert]')?.textContent).toContain('NIP 521-301-72-28 ma już: Meblex')
  expect(sent(host, 'POST', '/api/contractors')).toEqual([])
})
