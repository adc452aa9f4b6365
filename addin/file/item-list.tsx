import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'
import type { ItemRow } from '../../shared/item.ts'
import type { Grouping } from '../app/list-filter.ts'
import { FailureNotice } from '../app/plain-pages.tsx'
import { useAppText } from '../app/surroundings.ts'
import type { List } from '../app/use-list.ts'
import { Late, SkeletonRows } from '../ui/skeleton.tsx'
import { TimelineRow } from '../ui/timeline-row.tsx'
import { groupRows, type RowGroup } from './group-rows.ts'
import { ListEnd } from './list-end.tsx'
import { isMovable, type Selection } from './use-selection.ts'

interface ItemListProps {
  label: string
  list: List<ItemRow>
  /** What stands there when nothing is in it. */
  empty: ComponentChildren
  /** True where rows of several files stand together. */
  withContractor?: boolean
  /** Said below the last row instead of that this was all. */
  end?: string
  group?: Grouping
  /** Given while rows are being ticked. */
  selection?: Selection
}

/** Items, newest first: on their way, missing, none, or in rows that lead to their pages. */
export function ItemList({ label, list, empty, group = '', end, ...rest }: ItemListProps) {
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
      {group === '' ? (
        <Rows label={label} rows={list.rows} {...rest} />
      ) : (
        groupRows(list.rows, group).map(one => <Group key={one.key} group={one} by={group} {...rest} />)
      )}
      <ListEnd list={list} end={end ?? text.theEnd} />
    </div>
  )
}

type RowsProps = Pick<ItemListProps, 'withContractor' | 'selection'> & { rows: ItemRow[] }

function Rows({ label, rows, withContractor, selection }: RowsProps & { label: string }) {
  return (
    <ul class="item-rows" aria-label={label}>
      {rows.map(item => (
        <TimelineRow key={item.id} item={item} withContractor={withContractor ?? false}>
          {selection && <SelectBox item={item} selection={selection} />}
        </TimelineRow>
      ))}
    </ul>
  )
}

interface GroupProps extends Pick<ItemListProps, 'withContractor' | 'selection'> {
  group: RowGroup
  by: Exclude<Grouping, ''>
}

function Group({ group, by, ...rest }: GroupProps) {
  const text = useAppText().filters
  const id = useId()
  const heading = group.heading || (by === 'case' ? text.noCase : text.noSubject)
  return (
    <section class="row-group" aria-labelledby={id}>
      <h3 id={id}>
        {heading} <span class="faint small">({group.rows.length})</span>
      </h3>
      <Rows label={heading} rows={group.rows} {...rest} />
    </section>
  )
}

function SelectBox({ item, selection }: { item: ItemRow; selection: Selection }) {
  const text = useAppText().selection
  const canMove = isMovable(item)
  return (
    <input
      type="checkbox"
      class="row-tick"
      aria-label={text.row(item.title)}
      title={canMove ? undefined : text.several}
      disabled={!canMove}
      checked={selection.ids.has(item.id)}
      onChange={() => selection.toggle(item.id)}
    />
  )
}
