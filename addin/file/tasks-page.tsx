import { useRef } from 'preact/hooks'
import { listTasks } from '../../shared/activity.ts'
import { exportTasks } from '../../shared/list-export.ts'
import { call } from '../api/call.ts'
import { pathOf } from '../api/send.ts'
import { PageHeading } from '../app/page-heading.tsx'
import { linkTo, type PageProps } from '../app/page-link.ts'
import { FailureNotice } from '../app/plain-pages.tsx'
import { useAppText, useSurroundings } from '../app/surroundings.ts'
import { useList } from '../app/use-list.ts'
import { useLiveList } from '../app/use-live.ts'
import { rewriteAddress } from '../app/visit.ts'
import { Chips } from '../ui/chip.tsx'
import { Late, SkeletonRows } from '../ui/skeleton.tsx'
import { Empty } from './empty.tsx'
import { ListEnd } from './list-end.tsx'
import { ListExport } from './list-export.tsx'
import { SearchField } from './search-field.tsx'
import { TaskGroups } from './task-groups.tsx'
import { useResultKeys } from './use-result-keys.ts'
import './file.css'

/** What I have to do, by the day it is due, and what I wait for from others; all of it, or what holds the words that one types. */
export function TasksPage({ page: { of, q } }: PageProps<'tasks'>) {
  const text = useAppText().tasks
  const { host } = useSurroundings()
  const root = useRef<HTMLDivElement>(null)
  useResultKeys(root)
  const question = { of, ...(q && { q }) }
  const list = useList(`tasks ${of} ${q}`, wanted => call(host, listTasks, { querystring: { ...question, ...wanted } }))
  useLiveList(list, event => event.type === 'item' || event.type === 'gone')
  const isEmpty = list.state === 'ready' && list.rows.length === 0 && !list.isStale
  return (
    <div class="page" ref={root}>
      <div class="page-top">
        <div>
          <PageHeading title={text.title} />
          <p class="faint">{text.lead}</p>
        </div>
        {!isEmpty && (
          <div class="buttons">
            <ListExport path={pathOf(exportTasks, { querystring: question })} />
          </div>
        )}
      </div>
      <Chips
        label={text.view}
        options={(['mine', 'given'] as const).map(value => ({ value, label: text[value] }))}
        value={of}
        onValue={value => rewriteAddress(linkTo({ name: 'tasks', of: value, q }))}
      />
      <SearchField
        label={text.search}
        placeholder={text.searchHint}
        words={q}
        onWords={words => rewriteAddress(linkTo({ name: 'tasks', of, q: words }))}
      />
      {list.state === 'failed' && list.failure && <FailureNotice failure={list.failure} onRetry={list.ask} />}
      {list.state === 'waiting' && (
        <Late>
          <SkeletonRows rows={6} />
        </Late>
      )}
      {isEmpty && q && <Empty heading={text.noneFoundTitle}>{text.noneFound(q)}</Empty>}
      {isEmpty && !q && of === 'mine' && <Empty heading={text.emptyTitle}>{text.empty}</Empty>}
      {isEmpty && !q && of === 'given' && <Empty heading={text.emptyGivenTitle}>{text.emptyGiven}</Empty>}
      {list.rows.length > 0 && (
        <div aria-busy={list.isStale}>
          <TaskGroups tasks={list.rows} onDone={list.renew} withAssignee={of === 'given'} />
        </div>
      )}
      {list.state === 'ready' && <ListEnd list={list} />}
    </div>
  )
}
