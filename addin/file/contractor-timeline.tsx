import { readTimeline } from '../../shared/item.ts'
import { call } from '../api/call.ts'
import { linkTo, type Page } from '../app/page-link.ts'
import { useAppText, useSurroundings } from '../app/surroundings.ts'
import { useList } from '../app/use-list.ts'
import { useLiveList } from '../app/use-live.ts'
import { rewriteAddress } from '../app/visit.ts'
import { Button } from '../ui/button.tsx'
import { Empty } from './empty.tsx'
import { ItemList } from './item-list.tsx'
import { KindChips } from './kind-chips.tsx'
import { SearchField } from './search-field.tsx'

type ContractorAddress = Extract<Page, { name: 'contractor' }>

interface ContractorTimelineProps {
  page: ContractorAddress
}

/** Everything in a contractor's file, narrowed by kinds, or by words in all kinds. The filter stands in the address, to be shared and returned to. */
export function ContractorTimeline({ page }: ContractorTimelineProps) {
  const text = useAppText()
  const { host } = useSurroundings()
  const { contractorId, kinds, q } = page
  const isFiltered = kinds.length > 0 || q !== ''
  const filter = q ? { q } : kinds.length > 0 ? { kind: kinds } : {}
  const list = useList(`timeline ${linkTo(page)}`, wanted =>
    call(host, readTimeline, { params: { contractorId }, querystring: { ...filter, ...wanted } }),
  )
  useLiveList(list, event => event.contractorId === contractorId || list.rows.some(row => row.id === event.itemId))
  // Where there is nothing yet, there is nothing to narrow.
  const hasFilters = isFiltered || list.state !== 'ready' || list.rows.length > 0
  const narrow = (part: Partial<ContractorAddress>) => rewriteAddress(linkTo({ ...page, ...part }))

  return (
    <section class="section" aria-labelledby="timeline">
      <div class="section-top">
        <h2 id="timeline">{text.contractor.timeline}</h2>
        {hasFilters && (
          <SearchField label={text.contractor.search} words={q} onWords={words => narrow({ q: words, kinds: [] })} />
        )}
      </div>
      {hasFilters && q === '' && <KindChips chosen={kinds} onChosen={chosen => narrow({ kinds: chosen })} />}
      <ItemList
        label={text.contractor.timeline}
        list={list}
        empty={isFiltered ? <NothingFits onClear={() => narrow({ kinds: [], q: '' })} /> : <NothingYet />}
      />
    </section>
  )
}

function NothingYet() {
  const text = useAppText().timeline
  return <Empty heading={text.emptyTitle}>{text.empty}</Empty>
}

interface NothingFitsProps {
  onClear: () => void
}

/** A list that the filter has emptied, and the way back. */
export function NothingFits({ onClear }: NothingFitsProps) {
  const text = useAppText().timeline
  return (
    <Empty heading={text.noneFoundTitle}>
      <p>{text.noneFound}</p>
      <Button onClick={onClear}>{text.clear}</Button>
    </Empty>
  )
}
