import { useEffect, useRef } from 'preact/hooks'
import type { Timeline as Rows } from '../../shared/item.ts'
import { Button } from '../ui/button.tsx'
import { Chips } from '../ui/chip.tsx'
import { useText } from '../ui/language.ts'
import { Notice } from '../ui/notice.tsx'
import { TimelineRow } from '../ui/timeline-row.tsx'
import { useHost } from './host-context.ts'
import { type Filter, type TimelineState, useTimeline } from './use-timeline.ts'

/** So far the pages come by themselves; then the reader asks, so that the end of the pane can be reached. */
const PAGED_BY_ITSELF = 200

type TimelineProps = { contractorId: string; fresh: Rows }

/** What happened with a contractor, newest first. */
export function Timeline({ contractorId, fresh }: TimelineProps) {
  const text = useText()
  const timeline = useTimeline(useHost(), contractorId, fresh)
  const { rows, filter, failure } = timeline
  const known = useRef(new Set(fresh.items.map(item => item.id)))
  const arrived = fresh.items.filter(item => !known.current.has(item.id))
  const filters: { value: Filter; label: string }[] = [
    { value: 'all', label: text.timeline.all },
    { value: 'mail', label: text.timeline.mail },
    { value: 'document', label: text.timeline.documents },
    { value: 'activity', label: text.timeline.activities },
  ]

  return (
    <section class="part timeline" aria-labelledby="timeline" aria-busy={timeline.state !== 'idle'}>
      <h3 id="timeline">
        {text.timeline.heading} <span class="count">{countOf(rows)}</span>
      </h3>
      <Chips label={text.timeline.filter} options={filters} value={filter} onValue={timeline.show} />
      <p class="unseen" role="status">
        {arrived.length > 0 && text.count.newItems(arrived.length)}
      </p>
      <ul class={timeline.state === 'filtering' ? 'rows stale' : 'rows'}>
        {rows.items.map(item => (
          <TimelineRow key={item.id} item={item} arrived={arrived.some(({ id }) => id === item.id)} />
        ))}
      </ul>
      {rows.items.length === 0 && timeline.state === 'idle' && !failure && <Empty filter={filter} />}
      {failure && <Notice>{text.failure[failure]}</Notice>}
      {rows.next && <Older timeline={timeline} />}
    </section>
  )
}

function countOf(rows: Rows): string {
  return rows.next ? `${rows.items.length}+` : String(rows.items.length)
}

type EmptyProps = { filter: Filter }

function Empty({ filter }: EmptyProps) {
  const text = useText()
  if (filter !== 'all') return <p class="nothing faint">{text.timeline.emptyFilter}</p>
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
