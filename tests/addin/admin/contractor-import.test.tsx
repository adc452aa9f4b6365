import { expect, it } from 'vitest'
import { ContractorImportPage } from '../../../addin/admin/contractor-import-page.tsx'
import { refusal } from '../../support/fake-host.ts'
import { byRole } from '../by-role.ts'
import { eventually, press } from '../pane/show-pane.ts'
import { showPage } from './show-page.tsx'

const page = document.body
const counts = { created: 1, known: 0, refused: 0, skipped: 0 }
const previewOf = (title: string) => ({ columns: [{ title, field: 'name', samples: [] }], counts, items: [] })

function chooseFile(name: string) {
  const input = page.querySelector<HTMLInputElement>('input[type=file]')
  if (!input) throw new Error('there is no field for a file')
  Object.defineProperty(input, 'files', { configurable: true, value: [new File([name], name)] })
  input.dispatchEvent(new Event('change', { bubbles: true }))
}

it('shows and takes the file that was chosen last, also when an earlier one is answered after it', async () => {
  const answers: ((body: unknown) => void)[] = []
  const host = showPage(ContractorImportPage, {
    'POST /api/contractors/import/preview': () => new Promise(resolve => answers.push(resolve)),
    'POST /api/contractors/import': { counts, refused: [] },
  })
  await eventually(() => chooseFile('a.csv'))
  await eventually(() => expect(answers).toHaveLength(1))
  chooseFile('b.csv')
  await eventually(() => expect(answers).toHaveLength(2))

  answers[1]?.(previewOf('Kolumna B'))
  answers[0]?.(previewOf('Kolumna A'))
  await eventually(() => byRole(page, 'combobox', 'Znaczenie: Kolumna B'))
  await press(page, 'Importuj')

  const sent = await eventually(() => {
    const one = host.asked.find(({ path }) => path === '/api/contractors/import')
    if (!one) throw new Error('nothing was imported')
    return one
  })
  expect(await (sent.body as Blob).text()).toBe('b.csv')
  expect(page.textContent).not.toContain('Kolumna A')
})

it('says of a list that cannot be read from which line on', async () => {
  const refused = refusal(422, 'list-unreadable', ['/lines/4'])
  showPage(ContractorImportPage, { 'POST /api/contractors/import/preview': refused })
  await eventually(() => chooseFile('zla.csv'))

  await eventually(() => expect(page.textContent).toContain('nie da się odczytać od wiersza 4'))
})
