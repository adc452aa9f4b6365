import { render } from 'preact'
import { afterEach, expect, it } from 'vitest'
import { DraftDocuments } from '../../../addin/pane/draft-documents.tsx'
import { HostContext } from '../../../addin/pane/host-context.ts'
import { LanguageContext } from '../../../addin/ui/language.ts'
import { fakeHost } from '../../support/fake-host.ts'
import { allByRole } from '../by-role.ts'
import { buildRow } from './build-lookup.ts'
import { eventually, press } from './show-pane.ts'

const page = document.body
const documentRow = (id: string) => buildRow({ id, kind: 'document', title: id })
const offered = () => allByRole(page, 'listitem').map(row => row.querySelector('.cut')?.textContent)

afterEach(() => render(null, page))

function show(caseId: string | null) {
  const host = fakeHost(null, {
    'GET /api/contractors/meblex/timeline': ({ query }: { query: URLSearchParams }) => {
      if (query.get('caseId')) return { items: [documentRow('Umowa sprawy')], next: null }
      return query.get('cursor')
        ? { items: [documentRow('Starsza oferta')], next: null }
        : { items: [documentRow('Nowa oferta')], next: 'older' }
    },
  })
  const draw = (chosen: string | null) =>
    render(
      <LanguageContext.Provider value="pl">
        <HostContext.Provider value={host}>
          <DraftDocuments contractorId="meblex" caseId={chosen} />
        </HostContext.Provider>
      </LanguageContext.Provider>,
      page,
    )
  draw(caseId)
  return { draw }
}

it('offers older documents of the file on request, and no more where there are none', async () => {
  show(null)
  await eventually(() => expect(offered()).toEqual(['Nowa oferta']))

  await press(page, 'Pokaż starsze')

  await eventually(() => expect(offered()).toEqual(['Nowa oferta', 'Starsza oferta']))
  expect(page.textContent).not.toContain('Pokaż starsze')
})

it('shows those of the case alone as soon as one is chosen', async () => {
  const { draw } = show(null)
  await eventually(() => expect(offered()).toEqual(['Nowa oferta']))

  draw('shelves')

  await eventually(() => expect(offered()).toEqual(['Umowa sprawy']))
})
