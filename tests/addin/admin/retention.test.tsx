import { expect, it } from 'vitest'
import { RetentionForm } from '../../../addin/admin/retention-form.tsx'
import { DocumentTypesContext } from '../../../addin/ui/document-types.ts'
import type { DocumentTypeEntry } from '../../../shared/document-type.ts'
import { byRole } from '../by-role.ts'
import { choose, eventually, press } from '../pane/show-pane.ts'
import { sent, showPage } from './show-page.tsx'

const page = document.body
const hidden = { key: 'own-waybill', namePl: 'List przewozowy', nameEn: 'Waybill', isHidden: true, isBuiltIn: false }

function Form() {
  return (
    <DocumentTypesContext.Provider value={{ types: [hidden as DocumentTypeEntry], renew: () => undefined }}>
      <RetentionForm retention={{ isOn: false, months: { 'own-waybill': 12 } }} onSaved={() => undefined} />
    </DocumentTypesContext.Provider>
  )
}

it('does not take what was counted for other periods for a look at these', async () => {
  let answer: (body: unknown) => void = () => undefined
  const host = showPage(Form, { 'POST /api/retention/preview': () => new Promise(resolve => (answer = resolve)) })
  await press(page, 'Pokaż, co by zniknęło')
  await eventually(() => expect(sent(host, 'POST', '/api/retention/preview')).toHaveLength(1))
  await choose(page, 'List przewozowy', '6')

  answer({ items: [] })
  await eventually(() =>
    expect(byRole(page, 'button', 'Pokaż, co by zniknęło').getAttribute('aria-disabled')).toBe(null),
  )
  byRole(page, 'checkbox').click()
  await press(page, 'Zapisz')

  await eventually(() => byRole(page, 'alert'))
  expect(sent(host, 'PUT', '/api/retention')).toEqual([])
})

it('lists a type that was hidden after it got a period', async () => {
  showPage(Form, {})

  const list = await eventually(() => byRole(page, 'combobox', 'List przewozowy'))
  expect((list as HTMLSelectElement).value).toBe('12')
})
