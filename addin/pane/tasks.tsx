import { CalendarClock, Check } from 'lucide'
import { useCallback, useEffect, useId, useState } from 'preact/hooks'
import { changeActivity, listTasks, type TaskRow } from '../../shared/activity.ts'
import type { Lookup } from '../../shared/lookup.ts'
import type { MadeActivity } from '../../shared/made-activity.ts'
import { failureOf } from '../api/api-error.ts'
import { call } from '../api/call.ts'
import { dueState } from '../file/due-state.ts'
import { shortDay } from '../text/moment.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { KindIcon } from '../ui/kind-icon.tsx'
import { useLanguage, useText } from '../ui/language.ts'
import { Moment } from '../ui/moment.tsx'
import { PageLink } from '../ui/page-link.tsx'
import { useToast } from '../ui/toast.tsx'
import { useBesideText } from './beside-text.ts'
import { useHost } from './host-context.ts'
import { useAhead } from './use-ahead.ts'
import { useNews } from './use-news.ts'

const MOST = 6
/** One more comes with the answer and says that there are others. */
const MOST_MADE = 5

/** What the signed-in user has to do, those due first. */
export function MyTasks() {
  const text = useBesideText().tasks
  const { rows, isMore, refresh } = useMyTasks()
  useEffect(refresh, [refresh])
  useNews(useHost(), refresh)
  return (
    <Tasks heading={text.mine} rows={rows} onDone={refresh} withContractor>
      {isMore && <PageLink path="/#/tasks">{text.more}</PageLink>}
    </Tasks>
  )
}

type ContractorTasksProps = { contractorId: string; lookup: Lookup }

/** What is still to be done for one contractor, by whomever, and does not stand in what is to come. */
export function ContractorTasks({ contractorId, lookup }: ContractorTasksProps) {
  const text = useBesideText().tasks
  const { rest, moreTasks } = useAhead(lookup)
  return (
    <Tasks heading={text.ofContractor} rows={rest}>
      {moreTasks > 0 && <PageLink path={`/#/contractors/${contractorId}`}>{text.more}</PageLink>}
    </Tasks>
  )
}

type MadeActivitiesProps = {
  rows: MadeActivity[]
  /** The item of the mail, whose page lists them all; null where it is filed nowhere. */
  mailId: string | null
}

/** What was made of the open mail before, so that nobody makes it twice: what it is, how far, whose and by when. */
export function MadeActivities({ rows, mailId }: MadeActivitiesProps) {
  const text = useBesideText().made
  return (
    <Tasks heading={text.heading} rows={rows.slice(0, MOST_MADE)}>
      {rows.length > MOST_MADE && mailId && <PageLink path={`/#/items/${mailId}`}>{text.more}</PageLink>}
    </Tasks>
  )
}

/** Open tasks of the user; none while they are not known. */
function useMyTasks() {
  const host = useHost()
  const [answer, setAnswer] = useState<{ rows: TaskRow[]; isMore: boolean }>({ rows: [], isMore: false })
  const refresh = useCallback(() => {
    call(host, listTasks, { querystring: { of: 'mine', limit: MOST } }).then(
      ({ items, next }) => setAnswer({ rows: items, isMore: next !== null }),
      () => undefined,
    )
  }, [host])
  return { ...answer, refresh }
}

type TasksProps = {
  heading: string
  rows: (TaskRow | MadeActivity)[]
  /** Given where the tasks are the user's own, who may say that they are done. */
  onDone?: () => void
  withContractor?: boolean
  children: preact.ComponentChildren
}

function Tasks({ heading, rows, onDone, withContractor, children }: TasksProps) {
  const headingId = useId()
  if (rows.length === 0) return null
  return (
    <section class="part" aria-labelledby={headingId}>
      <h3 id={headingId}>{heading}</h3>
      <ul class="task-lines">
        {rows.map(task => (
          <li key={task.itemId}>
            {'kind' in task ? <KindIcon kind={task.kind} /> : onDone && <Finish task={task} onDone={onDone} />}
            <What task={task} {...(withContractor && { withContractor })} />
          </li>
        ))}
      </ul>
      {children}
    </section>
  )
}

type WhatProps = Pick<TasksProps, 'withContractor'> & { task: TaskRow | MadeActivity }

function What({ task, withContractor }: WhatProps) {
  const { tasks: text, made } = useBesideText()
  const isMade = 'kind' in task
  const isOver = task.state === 'done' || task.state === 'cancelled'
  const state = isMade ? task.state && made.states[task.state] : task.acceptedAt ? null : text.waits
  const about = [withContractor ? task.contractorName : task.assigneeName, state].flatMap(words => words ?? [])
  return (
    <div class="what">
      <PageLink path={`/#/items/${task.itemId}`}>{task.title}</PageLink>
      <span class="small faint about">
        {task.dueOn && !isOver && <Due day={task.dueOn} />}
        {isMade && task.startsAt && <Moment at={task.startsAt} look="exact" />}
        {!isMade && task.priority === 'high' && <span class="pressing">{text.urgent}</span>}
        {about.map(words => (
          <span key={words}>{words}</span>
        ))}
      </span>
    </div>
  )
}

function Due({ day }: { day: string }) {
  const text = useBesideText().tasks
  const language = useLanguage()
  const state = dueState(day, new Date())
  return (
    <span class={`due ${state}`}>
      {state !== 'later' && <Icon shape={CalendarClock} />}
      <span>
        <time dateTime={day}>{shortDay(language, new Date(`${day}T00:00:00`))}</time>
        {state !== 'later' && `, ${state === 'late' ? text.late : text.today}`}
      </span>
    </span>
  )
}

function Finish({ task, onDone }: { task: TaskRow; onDone: () => void }) {
  const host = useHost()
  const text = useText()
  const own = useBesideText().tasks
  const toast = useToast()
  const [busy, setBusy] = useState(false)
  const change = (state: TaskRow['state']) =>
    call(host, changeActivity, { params: { activityId: task.id }, body: { state } })

  async function finish() {
    if (busy) return
    setBusy(true)
    try {
      await change('done')
      toast({ message: own.finished, onUndo: () => void change(task.state).then(onDone, onDone) })
      onDone()
    } catch (error) {
      toast({ message: text.failure[failureOf(error)] })
    }
    setBusy(false)
  }

  return (
    <Button look="bare" icon={Check} busy={busy} aria-label={own.finish(task.title)} onClick={() => void finish()} />
  )
}
