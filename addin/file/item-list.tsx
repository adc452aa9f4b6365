import type { ComponentChildren } from 'preact'
import type { ItemRow } from '../../shared/item.ts'
import { FailureNotice } from '../app/plain-pages.tsx'
import { useAppText } from '../app/surroundings.ts'
import type { List } from '../app/use-list.ts'
import { Late, SkeletonRows } from '../ui/skeleton.tsx'
import { TimelineRow } from '../ui/timeline-row.tsx'
import { ListEnd } from './list-end.tsx'

interface ItemListProps {
  label: string
  list: List<ItemRow>
  /** What stands there when nothing is in it. */
  empty: ComponentChildren
  /** True where rows of several files stand together. */
  withContractor?: boolean
  /** Said below the last row instead of that this was all. */
  end?: string
}

/** Items, newest first: on their way, missing, none, or in rows that lead to their pages. */
export function ItemList({ label, list, empty, withContractor, end }: ItemListProps) {
  const text = useAppText().timeline
  if (list.state === 'failed' && list.failure) return <FailureNotice failure={list.failure} onRetry={list.ask} />
  if (list.state === 'waiting') {
    return (
      <Late>
        <SkeletonRows rows={8} />
      </Late>
    )
  }
  if (list.rows.length === 0) return list.isStale ? null : empty
  return (
    <div class="list" aria-busy={list.isStale}>
      <ul class="item-rows" aria-label={label}>
        {list.rows.map(item => (
          <TimelineRow key={item.id} item={item} withContractor={withContractor ?? false} />
        ))}
      </ul>
      <ListEnd list={list} end={end ?? text.theEnd} />
    </div>
  )
}
