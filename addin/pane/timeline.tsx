import { ListFilter as FilterIcon, Search, X } from 'lucide'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { Timeline as Rows } from '../../shared/item.ts'
import { countFilters, noFilter } from '../app/list-filter.ts'
import { Button } from '../ui/button.tsx'
import { Chips } from '../ui/chip.tsx'
import { Icon } from '../ui/icon.tsx'
import { useText } from '../ui/language.ts'
import { Notice } from '../ui/notice.tsx'
import { TimelineRow } from '../ui/timeline-row.tsx'
import { useHost } from './host-context.ts'
import { TimelineFilters } from './later-parts.ts'
import { TimelineSearch } from './timeline-search.tsx'
import { useFocusKept } from './use-focus-kept.ts'
import { type Filter, type TimelineState, useTimeline, type Wanted } from './use-timeline.ts'

/** So far the pages come by themselves; then the reader asks, so that the end of the pane can be reached. */
const PAGED_BY_ITSELF = 200
/** So many rows fill the pane. The rest of a long list would hold up the first frame, by some 20 ms beside a mail in Thunderbird. */
const FIRST_ROWS = 8
/** One that is shorter is drawn at once: what stands below it could be in sight, and would move. */
const LONG = 20

type TimelineProps = { contractorId: string; fresh: Rows }

/** What happened with a contractor, newest first. */
export function Timeline({ contractorId, fresh }: TimelineProps) {
  const text = useText()
  const timeline = useTimeline(useHost(), contractorId, fresh)
  const { rows, wanted, state, failure } = timeline
  // To try again takes away the button for it.
  const box = useFocusKept<HTMLElement>(failure ? 1 : 0)
  const isBusy = state === 'filtering' || state === 'paging'
  const [isFirst, setIsFirst] = useState(rows.items.length > LONG)
  useEffect(() => setIsFirst(false), [])
  const [searching, setSearching] = useState(false)
  const name = searching ? text.timeline.searchEnd : text.timeline.search
  const known = useRef(new Set(fresh.items.map(item => item.id)))
  const arrived = fresh.items.filter(item => !known.current.has(item.id))
  const filters: { value: Filter; label: string }[] = [
    { value: 'all', label: text.timeline.all },
    { value: 'mail', label: text.timeline.mail },
    { value: 'document', label: text.timeline.documents },
    { value: 'activity', label: text.timeline.activities },
  ]

  function handleSearchEnd() {
    setSearching(false)
    if (wanted.q) timeline.show({ ...wanted, q: '' })
  }

  return (
    <section ref={box} class="part timeline" tabIndex={-1} aria-labelledby="timeline" aria-busy={isBusy}>
      <div class="line">
        <h3 id="timeline">
          {text.timeline.heading} <span class="count">{countOf(rows)}</span>
        </h3>
        <Button
          look="bare"
          icon={searching ? X : Search}
          aria-label={name}
          title={name}
          aria-expanded={searching}
          onClick={() => (searching ? handleSearchEnd() : setSearching(true))}
        />
      </div>
      {searching && <TimelineSearch onWords={q => timeline.show({ ...wanted, q })} onCancel={handleSearchEnd} />}
      <Chips
        label={text.timeline.filter}
        options={filters}
        value={wanted.filter}
        onValue={filter => timeline.show({ ...wanted, filter })}
      />
      <Filters contractorId={contractorId} timeline={timeline} />
      <p class="unseen" role="status">
        {arrived.length > 0 && text.count.newItems(arrived.length)}
      </p>
      <ul class={`rows ${isFirst ? 'first' : ''} ${state === 'filtering' || state === 'failed' ? 'stale' : ''}`}>
        {rows.items.slice(0, isFirst ? FIRST_ROWS : undefined).map(item => (
          <TimelineRow key={item.id} item={item} arrived={arrived.some(({ id }) => id === item.id)} />
        ))}
      </ul>
      {rows.items.length === 0 && state === 'idle' && !failure && <Empty wanted={wanted} />}
      {failure && (
        <Notice>
          <p>{text.failure[failure]}</p>
          {state === 'failed' && <Button onClick={() => timeline.show(wanted)}>{text.tryAgain}</Button>}
        </Notice>
      )}
      {/* Older rows of these would be taken for those of the new words. */}
      {rows.next && !isFirst && state !== 'failed' && <Older timeline={timeline} />}
    </section>
  )
}

type FiltersProps = { contractorId: string; timeline: TimelineState }

/** What else narrows the timeline, folded until it is wanted. */
function Filters({ contractorId, timeline: { wanted, show } }: FiltersProps) {
  const text = useText().filters
  const [wasOpened, setWasOpened] = useState(false)
  const count = countFilters({ ...noFilter, ...wanted })
  return (
    <details class="narrowing" onToggle={() => setWasOpened(true)}>
      <summary class="small">
        <Icon shape={FilterIcon} />
        {count > 0 ? text.chosen(count) : text.open}
      </summary>
      {wasOpened && (
        <TimelineFilters
          contractorId={contractorId}
          filter={wanted}
          onFilter={change => show({ ...wanted, ...change })}
        />
      )}
    </details>
  )
}

function countOf(rows: Rows): string {
  return rows.next ? `${rows.items.length}+` : String(rows.items.length)
}

type EmptyProps = { wanted: Wanted }

function Empty({ wanted }: EmptyProps) {
  const text = useText()
  if (countFilters({ ...noFilter, ...wanted }) > 0) return <p class="nothing faint">{text.filters.none}</p>
  if (wanted.q) return <p class="nothing faint">{text.timeline.emptySearch}</p>
  if (wanted.filter !== 'all') return <p class="nothing faint">{text.timeline.emptyFilter}</p>
  return (
    <div class="nothing">
      <p>{text.timeline.empty}</p>
      <p class="faint">{text.timeline.emptyHint}</p>
    </div>
  )
}

type OlderProps = { timeline: TimelineState }

function Older({ timeline }: OlderProps) {
  const text = useText()
  const box = useRef<HTMLDivElement>(null)
  const busy = timeline.state === 'paging'
  const byItself = timeline.rows.items.length < PAGED_BY_ITSELF && !timeline.failure && timeline.state === 'idle'

  useEffect(() => {
    if (!byItself || !box.current) return
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && timeline.older(), {
      rootMargin: '200px',
    })
    observer.observe(box.current)
    return () => observer.disconnect()
  }, [byItself, timeline.rows])

  return (
    <div ref={box} class="older">
      <Button look="quiet" busy={busy} onClick={timeline.older}>
        {busy ? text.loading : text.timeline.older}
      </Button>
    </div>
  )
}
