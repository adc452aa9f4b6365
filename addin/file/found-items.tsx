import { search } from '../../shared/item.ts'
import { call } from '../api/call.ts'
import { dayAfter } from '../app/list-filter.ts'
import { type SearchAddress, searchLink } from '../app/search-address.ts'
import { useAppText, useSurroundings } from '../app/surroundings.ts'
import { useList } from '../app/use-list.ts'
import { Button } from '../ui/button.tsx'
import { Empty } from './empty.tsx'
import { ItemList } from './item-list.tsx'
import { SearchFilters } from './search-filters.tsx'

const BEST = 50

interface FoundItemsProps {
  page: SearchAddress
  onNarrow: (part: Partial<SearchAddress>) => void
}

/** What holds the words, and apart from it what holds only some of them. */
export function FoundItems({ page, onNarrow }: FoundItemsProps) {
  const { search: text, finding } = useAppText()
  const { host } = useSurroundings()
  const list = useList(`search ${searchLink(page)}`, wanted =>
    call(host, search, { querystring: { ...questionOf(page), ...wanted } }),
  )
  const [whole, partial] = [list.rows.filter(row => !row.found?.partial), list.rows.filter(row => row.found?.partial)]
  const isFull = page.order !== 'newest' && list.rows.length >= BEST
  return (
    <>
      <SearchFilters page={page} rows={list.rows} onNarrow={onNarrow} />
      <section class="section" aria-labelledby="found-items">
        <h2 id="found-items">{text.list}</h2>
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

function NothingFound({ page, onNarrow }: FoundItemsProps) {
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
const unnarrowed = { kinds: [], contractorId: '', from: '', to: '', attachment: false } satisfies Partial<SearchAddress>

function isNarrowed({ kinds = [], contractorId, from, to, attachment }: SearchAddress): boolean {
  return kinds.length > 0 || Boolean(contractorId || from || to || attachment)
}

/** The address as the server is asked. Both days belong to the period. */
function questionOf({ q, kinds = [], contractorId, from, to, attachment, order = 'best' }: SearchAddress) {
  return {
    q: q.trim(),
    order,
    ...(kinds.length > 0 && { kind: kinds }),
    ...(contractorId && { contractorId }),
    ...(from && { from: new Date(`${from}T00:00:00`).toISOString() }),
    ...(to && { to: dayAfter(to) }),
    ...(attachment && { attachment }),
  }
}
