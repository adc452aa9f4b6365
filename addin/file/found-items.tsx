import type { Counts } from '../../shared/finding.ts'
import { search } from '../../shared/item.ts'
import { exportFinds } from '../../shared/list-export.ts'
import { call } from '../api/call.ts'
import { pathOf } from '../api/send.ts'
import { dayAfter } from '../app/list-filter.ts'
import { type SearchAddress, searchLink } from '../app/search-address.ts'
import { useAppText, useSurroundings } from '../app/surroundings.ts'
import { useList } from '../app/use-list.ts'
import { Button } from '../ui/button.tsx'
import { Empty } from './empty.tsx'
import { ItemList } from './item-list.tsx'
import { ListExport } from './list-export.tsx'
import { SearchFilters } from './search-filters.tsx'

const BEST = 50

interface FoundItemsProps {
  page: SearchAddress
  counts: Counts | undefined
  onNarrow: (part: Partial<SearchAddress>) => void
}

/** What holds the words, and apart from it what holds only some of them. */
export function FoundItems({ page, counts, onNarrow }: FoundItemsProps) {
  const { search: text, finding, counts: amounts } = useAppText()
  const { host } = useSurroundings()
  const list = useList(`search ${searchLink(page)}`, wanted =>
    call(host, search, { querystring: { ...questionOf(page), order: page.order ?? 'best', ...wanted } }),
  )
  const [whole, partial] = [list.rows.filter(row => !row.found?.partial), list.rows.filter(row => row.found?.partial)]
  const isFull = page.order !== 'newest' && list.rows.length >= BEST
  return (
    <>
      <SearchFilters page={page} amounts={counts?.kinds} onNarrow={onNarrow} />
      <section class="section" aria-labelledby="found-items">
        <div class="section-top">
          <h2 id="found-items">{text.list}</h2>
          {counts && (
            <p class="small faint" role="status">
              {amounts.amount(counts.amount, counts.isMore)}
            </p>
          )}
          {whole.length > 0 && (
            <div class="buttons">
              <ListExport path={pathOf(exportFinds, { querystring: questionOf(page) })} hint={finding.csvHint} />
            </div>
          )}
        </div>
        {whole.length === 0 && partial.length > 0 ? (
          <p class="faint">{finding.noneWhole}</p>
        ) : (
          <ItemList
            label={text.list}
            list={{ ...list, rows: whole }}
            withContractor
            {...(partial.length > 0 ? { end: '' } : isFull && { end: finding.bestOnly })}
            empty={<NothingFound page={page} onNarrow={onNarrow} />}
          />
        )}
      </section>
      {partial.length > 0 && (
        <section class="section" aria-labelledby="partly-found">
          <h2 id="partly-found">{finding.partial}</h2>
          <ItemList label={finding.partial} list={{ ...list, rows: partial }} withContractor empty={null} />
        </section>
      )}
    </>
  )
}

function NothingFound({ page, onNarrow }: Omit<FoundItemsProps, 'counts'>) {
  const { search: text, finding } = useAppText()
  if (!isNarrowed(page)) return <Empty heading={text.noneFoundTitle}>{text.noneFound(page.q.trim())}</Empty>
  return (
    <Empty heading={text.noneFoundTitle}>
      <p>{finding.noneFiltered}</p>
      <Button onClick={() => onNarrow(unnarrowed)}>{finding.clear}</Button>
    </Empty>
  )
}

/** What takes every filter away. */
const unnarrowed = {
  kinds: [],
  contractorId: '',
  caseId: '',
  personId: '',
  from: '',
  to: '',
  attachment: false,
} satisfies Partial<SearchAddress>

/** Whether anything but the words narrows a search. */
export function isNarrowed({
  kinds = [],
  contractorId,
  caseId,
  personId,
  from,
  to,
  attachment,
}: SearchAddress): boolean {
  return kinds.length > 0 || Boolean(contractorId || caseId || personId || from || to || attachment)
}

/** The address as the server is asked. Both days belong to the period. */
export function questionOf({ q, kinds = [], contractorId, caseId, personId, from, to, attachment }: SearchAddress) {
  return {
    q: q.trim(),
    ...(kinds.length > 0 && { kind: kinds }),
    ...(contractorId && { contractorId }),
    ...(caseId && { caseId }),
    ...(personId && { personId }),
    ...(from && { from: new Date(`${from}T00:00:00`).toISOString() }),
    ...(to && { to: dayAfter(to) }),
    ...(attachment && { attachment }),
  }
}
