import { type ComponentChildren, Fragment } from 'preact'
import { useId } from 'preact/hooks'
import type { ItemRow } from '../../shared/item.ts'
import type { Grouping } from '../app/list-filter.ts'
import { FailureNotice } from '../app/plain-pages.tsx'
import { useAppText } from '../app/surroundings.ts'
import type { List } from '../app/use-list.ts'
import { exactMoment } from '../text/moment.ts'
import { useLanguage } from '../ui/language.ts'
import { Late, SkeletonRows } from '../ui/skeleton.tsx'
import { TimelineRow } from '../ui/timeline-row.tsx'
import { groupRows, type RowGroup } from './group-rows.ts'
import { ListEnd } from './list-end.tsx'
import type { Selection } from './use-selection.ts'

const noThreads: ReadonlyMap<string, string> = new Map()

interface ItemListProps {
  label: string
  list: List<ItemRow>
  /** What stands there when nothing is in it. */
  empty: ComponentChildren
  /** True where rows of several files stand together. */
  withContractor?: boolean
  /** The contractor whose file this is, where rows of other files stand among its own: those say whose they are. */
  ofFile?: string
  /** Said below the last row instead of that this was all. */
  end?: string
  group?: Grouping
  /** In which conversation each mail stands, where rows are grouped by that. */
  threads?: ReadonlyMap<string, string>
  /** The case whose own list this is: on every row its tag would say nothing. */
  ofCase?: string
  /** When the reader looked last: what came since then stands above a line. */
  lookedAt?: string | null
  /** Given while rows are being ticked. */
  selection?: Selection
}

/** Items, newest first: on their way, missing, none, or in rows that lead to their pages. */
export function ItemList({
  label,
  list,
  empty,
  group = '',
  threads = noThreads,
  end,
  lookedAt = null,
  ...rest
}: ItemListProps) {
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
        <Rows label={label} rows={list.rows} lookedAt={lookedAt} {...rest} />
      ) : (
        groupRows(list.rows, group, threads).map(one => <Group key={one.key} group={one} by={group} {...rest} />)
      )}
      <ListEnd list={list} end={end ?? text.theEnd} />
    </div>
  )
}

type RowsProps = Pick<ItemListProps, 'withContractor' | 'ofFile' | 'selection' | 'lookedAt' | 'ofCase'> & {
  rows: ItemRow[]
}

function Rows({
  label,
  rows,
  lookedAt = null,
  withContractor,
  ofFile,
  selection,
  ofCase,
}: RowsProps & { label: string }) {
  const firstSeen = lookedAt === null ? -1 : rows.findIndex(({ occurredAt }) => occurredAt <= lookedAt)
  return (
    <ul class="item-rows" aria-label={label}>
      {rows.map((item, place) => (
        <Fragment key={item.id}>
          {place > 0 && place === firstSeen && lookedAt && <LookLine at={lookedAt} />}
          <TimelineRow
            item={withoutCase(item, ofCase)}
            withContractor={withContractor || (ofFile !== undefined && item.contractorId !== ofFile)}
          >
            {selection && <SelectBox item={item} selection={selection} />}
          </TimelineRow>
        </Fragment>
      ))}
    </ul>
  )
}

function withoutCase(item: ItemRow, caseId: string | undefined): ItemRow {
  return caseId === undefined ? item : { ...item, cases: item.cases.filter(({ id }) => id !== caseId) }
}

/** Between what is new to the reader and what he has seen. */
function LookLine({ at }: { at: string }) {
  const text = useAppText().look
  const language = useLanguage()
  return <li class="look-line small">{text.line(exactMoment(language, new Date(at)))}</li>
}

interface GroupProps extends Pick<ItemListProps, 'withContractor' | 'ofFile' | 'selection' | 'ofCase'> {
  group: RowGroup
  by: Exclude<Grouping, ''>
}

function Group({ group, by, ...rest }: GroupProps) {
  const text = useAppText().filters
  const id = useId()
  if (group.isLoose) return <Rows label={text.loose} rows={group.rows} {...rest} />
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
  return (
    <input
      type="checkbox"
      class="row-tick"
      aria-label={text.row(item.title)}
      checked={selection.ids.has(item.id)}
      onChange={() => selection.toggle(item.id)}
    />
  )
}
