import { listTasks } from '../../shared/activity.ts'
import { call } from '../api/call.ts'
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
import { TaskGroups } from './task-groups.tsx'
import './file.css'

/** What I have to do, by the day it is due, and what I wait for from others. */
export function TasksPage({ page: { of } }: PageProps<'tasks'>) {
  const text = useAppText().tasks
  const { host } = useSurroundings()
  const list = useList(`tasks ${of}`, wanted => call(host, listTasks, { querystring: { of, ...wanted } }))
  useLiveList(list, event => event.type === 'item' || event.type === 'gone')
  const isEmpty = list.state === 'ready' && list.rows.length === 0 && !list.isStale
  return (
    <div class="page">
      <div class="page-top">
        <div>
          <PageHeading title={text.title} />
          <p class="faint">{text.lead}</p>
        </div>
      </div>
      <Chips
        label={text.view}
        options={(['mine', 'given'] as const).map(value => ({ value, label: text[value] }))}
        value={of}
        onValue={value => rewriteAddress(linkTo({ name: 'tasks', of: value }))}
      />
      {list.state === 'failed' && list.failure && <FailureNotice failure={list.failure} onRetry={list.ask} />}
      {list.state === 'waiting' && (
        <Late>
          <SkeletonRows rows={6} />
        </Late>
      )}
      {isEmpty && of === 'mine' && <Empty heading={text.emptyTitle}>{text.empty}</Empty>}
      {isEmpty && of === 'given' && <Empty heading={text.emptyGivenTitle}>{text.emptyGiven}</Empty>}
      {list.rows.length > 0 && <TaskGroups tasks={list.rows} onDone={list.renew} withAssignee={of === 'given'} />}
      {list.state === 'ready' && <ListEnd list={list} />}
    </div>
  )
}
