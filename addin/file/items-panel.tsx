import { ListChecks } from 'lucide'
import type { ComponentChildren } from 'preact'
import { useRef } from 'preact/hooks'
import type { Counts } from '../../shared/finding.ts'
import type { ItemRow } from '../../shared/item.ts'
import type { Kind } from '../../shared/kind.ts'
import { isNarrowed, type ListFilter, noFilter } from '../app/list-filter.ts'
import { useAppText } from '../app/surroundings.ts'
import type { List } from '../app/use-list.ts'
import { Button } from '../ui/button.tsx'
import { FilterBar } from './filter-bar.tsx'
import type { Choice } from './filter-fields.tsx'
import { ItemList } from './item-list.tsx'
import { KindChips } from './kind-chips.tsx'
import { SelectionBar } from './later-parts.ts'
import { NothingFits } from './nothing-fits.tsx'
import { RelatedTick } from './related-tick.tsx'
import { SearchField } from './search-field.tsx'
import { useCounts } from './use-counts.ts'
import { useListKeys } from './use-list-keys.ts'
import { useSelection } from './use-selection.ts'
import { useThreads } from './use-threads.ts'
import './lists.css'

interface ItemsPanelProps {
  contractorId: string
  title: string
  search: string
  list: List<ItemRow>
  filter: ListFilter
  onFilter: (change: Partial<ListFilter>) => void
  /** The kinds of this list; all when not named. */
  kinds?: Kind[]
  people?: Choice[]
  /** The case whose own list this is. */
  ofCase?: string
  /** Whether there are related contractors whose files may be shown along; not given where there is nothing to ask. */
  hasRelated?: boolean
  /** Asks how many items the words of the filter find, where that is counted. */
  onCount?: (filter: ListFilter) => Promise<Counts>
  /** When the reader looked at this file before; null when never, undefined as long as nobody knows. */
  lookedAt?: string | null | undefined
  /** Ways to take the list along. */
  tools?: ComponentChildren
  /** What stands there when there is nothing at all. */
  empty: ComponentChildren
}

/** A list of items with everything that narrows it, groups it and moves its rows. */
export function ItemsPanel({
  contractorId,
  title,
  search,
  list,
  filter,
  onFilter,
  empty,
  tools,
  lookedAt,
  onCount,
  ofCase,
  hasRelated,
  ...of
}: ItemsPanelProps) {
  const { selection: text, counts: words } = useAppText()
  // What lies in other files is neither counted here nor moved from here.
  const isWide = filter.related && hasRelated !== undefined
  const counts = useCounts(filter, isWide ? undefined : onCount)
  const selection = useSelection(isWide ? [] : list.rows)
  const threads = useThreads(list.rows, filter.group === 'thread')
  const bar = useRef<HTMLDetailsElement>(null)
  const keys = useListKeys({
    onSelect(id) {
      if (isWide) return
      if (selection.isOn) selection.toggle(id)
      else selection.put([id])
    },
    onFilters() {
      if (!bar.current) return
      bar.current.open = true
      bar.current.querySelector<HTMLElement>('summary')?.focus()
    },
  })
  const isFiltered = isNarrowed(filter)
  // Where there is nothing yet, there is nothing to narrow.
  const hasFilters = isFiltered || hasRelated || isWide || list.state !== 'ready' || list.rows.length > 0
  return (
    <section class="section" aria-labelledby="items" {...keys}>
      <div class="section-top">
        <h2 id="items">{title}</h2>
        {counts && (
          <p class="small faint" role="status">
            {words.amount(counts.amount, counts.isMore)}
          </p>
        )}
        {hasFilters && <SearchField label={search} words={filter.q} onWords={q => onFilter({ q })} />}
      </div>
      {hasFilters && (
        <>
          <KindChips
            chosen={filter.kinds}
            onChosen={chosen => onFilter({ kinds: chosen })}
            offered={of.kinds}
            amounts={counts?.kinds}
          />
          <div class="list-tools">
            <FilterBar
              filter={filter}
              onFilter={onFilter}
              barRef={bar}
              hasLooked={lookedAt === undefined ? undefined : lookedAt !== null}
              {...(!ofCase && { contractorId })}
              {...of}
            />
            {(hasRelated || isWide) && (
              <RelatedTick isOn={filter.related} onChange={related => onFilter({ related })} />
            )}
            {!selection.isOn && !isWide && (
              <Button look="quiet" icon={ListChecks} onClick={selection.start}>
                {text.start}
              </Button>
            )}
            {!selection.isOn && tools}
          </div>
        </>
      )}
      {selection.isOn && !isWide && (
        <SelectionBar
          contractorId={contractorId}
          {...(ofCase && { ofCase })}
          rows={list.rows}
          selection={selection}
          onMoved={list.renewOrAsk}
        />
      )}
      <ItemList
        label={title}
        list={list}
        group={filter.group}
        threads={threads}
        {...(ofCase && { ofCase })}
        {...(isWide && { ofFile: contractorId })}
        lookedAt={isFiltered ? null : (lookedAt ?? null)}
        {...(selection.isOn && !isWide && { selection })}
        empty={
          isFiltered ? (
            <NothingFits
              isOfNews={filter.isNew && !isNarrowed({ ...filter, isNew: false })}
              onClear={() => onFilter({ ...noFilter, group: filter.group, related: filter.related })}
            />
          ) : (
            empty
          )
        }
      />
    </section>
  )
}
