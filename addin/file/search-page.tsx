import { useRef } from 'preact/hooks'
import { PageHeading } from '../app/page-heading.tsx'
import type { PageProps } from '../app/page-link.ts'
import { searchLink } from '../app/search-address.ts'
import { useAppText } from '../app/surroundings.ts'
import { rewriteAddress } from '../app/visit.ts'
import { FittingContractors } from './fitting-contractors.tsx'
import { FoundItems } from './found-items.tsx'
import { SearchField } from './search-field.tsx'
import { useResultKeys } from './use-result-keys.ts'
import './file.css'
import './search.css'

/** Searches everything that the reader may see, while he types. Words and filters stand in the address. */
export function SearchPage({ page }: PageProps<'search'>) {
  const { search: text, finding } = useAppText()
  const root = useRef<HTMLDivElement>(null)
  useResultKeys(root)
  const q = page.q.trim()
  const narrow = (part: Partial<typeof page>) => rewriteAddress(searchLink({ ...page, ...part }))

  return (
    <div class="page search-page" ref={root}>
      <div class="page-top">
        <PageHeading title={q ? text.results(q) : text.title} />
      </div>
      <SearchField label={text.label} words={q} onWords={words => narrow({ q: words })} />
      <p class="small faint">
        {text.hint} {finding.keys}
      </p>
      {q === '' ? (
        <p class="faint">{text.start}</p>
      ) : (
        <>
          {!page.contractorId && <FittingContractors q={q} />}
          <FoundItems page={page} onNarrow={narrow} />
        </>
      )}
    </div>
  )
}
