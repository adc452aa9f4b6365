import { useRef } from 'preact/hooks'
import { countFinds } from '../../shared/finding.ts'
import { call } from '../api/call.ts'
import { PageHeading } from '../app/page-heading.tsx'
import type { PageProps } from '../app/page-link.ts'
import { searchLink } from '../app/search-address.ts'
import { useAppText, useSurroundings } from '../app/surroundings.ts'
import { useAnswer } from '../app/use-answer.ts'
import { rewriteAddress } from '../app/visit.ts'
import { FittingContractors } from './fitting-contractors.tsx'
import { FittingPlaces } from './fitting-places.tsx'
import { FoundItems, isNarrowed, questionOf } from './found-items.tsx'
import { SearchField } from './search-field.tsx'
import { SearchHelp } from './search-help.tsx'
import { SearchShares } from './search-shares.tsx'
import { useResultKeys } from './use-result-keys.ts'
import './file.css'
import './search.css'

/** Searches everything that the reader may see, while he types. Words and filters stand in the address. */
export function SearchPage({ page }: PageProps<'search'>) {
  const { search: text } = useAppText()
  const root = useRef<HTMLDivElement>(null)
  useResultKeys(root)
  const q = page.q.trim()
  const narrow = (part: Partial<typeof page>) => rewriteAddress(searchLink({ ...page, ...part }))

  return (
    <div class="page search-page with-aside" ref={root}>
      <div class="page-top">
        <PageHeading title={q ? text.results(q) : text.title} />
        <SearchField label={text.label} words={q} onWords={words => narrow({ q: words })} />
        <SearchHelp />
      </div>
      {q === '' ? <p class="faint column">{text.start}</p> : <Results page={page} onNarrow={narrow} />}
    </div>
  )
}

interface ResultsProps extends PageProps<'search'> {
  onNarrow: (part: Partial<PageProps<'search'>['page']>) => void
}

function Results({ page, onNarrow }: ResultsProps) {
  const { host } = useSurroundings()
  const counts = useAnswer(`counts ${searchLink({ ...page, order: 'best' })}`, () =>
    call(host, countFinds, { querystring: questionOf(page) }),
  )
  const isWhole = !isNarrowed(page)
  return (
    <>
      <SearchShares page={page} answer={counts} onNarrow={onNarrow} />
      <div class="column">
        {isWhole && <FittingContractors q={page.q.trim()} />}
        {isWhole && <FittingPlaces q={page.q.trim()} />}
        <FoundItems page={page} counts={counts.value} onNarrow={onNarrow} />
      </div>
    </>
  )
}
