import { expect, it } from 'vitest'
import { ActRow } from '../../../addin/file/act-row.tsx'
import { useRemoveContractor } from '../../../addin/file/use-remove-contractor.tsx'
import type { Contractor } from '../../../shared/contractor.ts'
import { refusal } from '../../support/fake-host.ts'
import { sent, showPage } from '../admin/show-page.tsx'
import { byRole } from '../by-role.ts'
import { eventually, press } from '../pane/show-pane.ts'

const page = document.body
const path = '/api/contractors/c'
const contractor = { id: 'c', name: 'Żółw i Syn', managerId: 'x', may: { change: true } } as unknown as Contractor

function Remove({ of }: { of: Contractor }) {
  const { act, dialog } = useRemoveContractor(of)
  return (
    <>
      <ActRow acts={[act]} />
      {dialog}
    </>
  )
}

async function open(answer: unknown) {
  const host = showPage(() => <Remove of={contractor} />, { [`DELETE ${path}`]: answer })
  await press(page, 'Usuń kontrahenta')
  return { host, dialog: await eventually(() => byRole(page, 'dialog')) }
}

it('removes only after asking, and leads to the list of those that are left', async () => {
  const { host, dialog } = await open(null)
  expect(dialog.textContent).toContain('Żółw i Syn zniknie ze wszystkich list')
  expect(sent(host, 'DELETE', path)).toEqual([])

  await press(dialog, 'Usuń')

  await eventually(() => expect(sent(host, 'DELETE', path)).toHaveLength(1))
  await eventually(() => expect(location.hash).toContain('contractors'))
})

it('says that it stays when it has been used, and keeps the question open', async () => {
  const { dialog } = await open(refusal(409, 'contractor-in-use'))

  await press(dialog, 'Usuń')

  await eventually(() => expect(dialog.textContent).toContain('Tego kontrahenta już użyto'))
})

it('is not offered to whoever only sees the file', () => {
  showPage(() => <Remove of={{ ...contractor, may: { change: false, changeAudience: false } }} />, {})

  expect(page.textContent).not.toContain('Usuń kontrahenta')
})
