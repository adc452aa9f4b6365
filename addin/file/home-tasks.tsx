import { listTasks, type TaskRow as Task } from '../../shared/activity.ts'
import { call } from '../api/call.ts'
import { linkTo } from '../app/page-link.ts'
import { FailureNotice } from '../app/plain-pages.tsx'
import { useAppText, useSurroundings } from '../app/surroundings.ts'
import { useList } from '../app/use-list.ts'
import { useLiveList } from '../app/use-live.ts'
import { Late, SkeletonRows } from '../ui/skeleton.tsx'
import { dueState } from './due-state.ts'
import { TaskRow } from './task-row.tsx'
import './activity.css'

const MOST_WAITING = 10
const MOST_TASKS = 200

/** What the reader has to do today, what is late, and what waits: for his yes, for a day, or for somebody to whom he gave it. */
export function HomeTasks() {
  const text = useAppText().home
  const mine = useTasks('mine')
  const given = useTasks('given')
  const lists = [mine, given]
  const failed = lists.find(list => list.state === 'failed')
  const isKnown = lists.every(list => list.state === 'ready')

  function renew() {
    mine.renew()
    given.renew()
  }

  return (
    <section class="section" aria-labelledby="my-tasks">
      <div class="section-top">
        <h2 id="my-tasks">{text.tasks}</h2>
        <a href={linkTo({ name: 'tasks', of: 'mine', q: '' })}>{text.allTasks}</a>
      </div>
      {failed?.failure && <FailureNotice failure={failed.failure} onRetry={failed.ask} />}
      {isKnown && <KnownTasks mine={mine.rows} given={given.rows} onDone={renew} />}
      {!failed && !isKnown && (
        <Late>
          <SkeletonRows rows={1} />
        </Late>
      )}
    </section>
  )
}

interface KnownTasksProps {
  mine: Task[]
  given: Task[]
  onDone: () => void
}

function KnownTasks({ mine, given, onDone }: KnownTasksProps) {
  const text = useAppText().home
  const now = new Date()
  const isPressing = (task: Task) => task.dueOn !== null && dueState(task.dueOn, now) !== 'later'
  const pressing = mine.filter(isPressing)
  const waitingMine = mine.filter(task => !isPressing(task) && (task.dueOn === null || !task.acceptedAt))
  const waiting = [...waitingMine, ...given]
  return (
    <>
      {pressing.length === 0 ? (
        <p class="faint">{text.noTasks}</p>
      ) : (
        <ul class="task-rows" aria-labelledby="my-tasks">
          {pressing.map(task => (
            <TaskRow key={task.id} task={task} onDone={onDone} />
          ))}
        </ul>
      )}
      {waiting.length > 0 && <Waiting tasks={waiting} given={given} onDone={onDone} />}
    </>
  )
}

interface WaitingProps {
  tasks: Task[]
  /** Those of them that the reader gave to others. */
  given: Task[]
  onDone: () => void
}

function Waiting({ tasks, given, onDone }: WaitingProps) {
  const text = useAppText().home
  const left = tasks.length - MOST_WAITING
  const of = tasks.length - given.length > MOST_WAITING ? 'mine' : 'given'
  return (
    <>
      <h3 id="waiting-tasks">{text.waitingTasks}</h3>
      <ul class="task-rows" aria-labelledby="waiting-tasks">
        {tasks.slice(0, MOST_WAITING).map(task => (
          <TaskRow key={task.id} task={task} onDone={onDone} withAssignee={given.includes(task)} />
        ))}
      </ul>
      {left > 0 && (
        <p class="small">
          <a href={linkTo({ name: 'tasks', of, q: '' })}>{text.moreWaiting(left)}</a>
        </p>
      )}
    </>
  )
}

function useTasks(of: 'mine' | 'given') {
  const { host } = useSurroundings()
  const list = useList(`tasks ${of} at home`, wanted =>
    call(host, listTasks, { querystring: { of, limit: MOST_TASKS, ...wanted } }),
  )
  useLiveList(list, event => event.type === 'item' || event.type === 'gone')
  return list
}
