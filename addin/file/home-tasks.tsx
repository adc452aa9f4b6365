import { listTasks } from '../../shared/activity.ts'
import { call } from '../api/call.ts'
import { linkTo } from '../app/page-link.ts'
import { FailureNotice } from '../app/plain-pages.tsx'
import { useAppText, useSurroundings } from '../app/surroundings.ts'
import { useList } from '../app/use-list.ts'
import { useLiveList } from '../app/use-live.ts'
import { dueState } from './due-state.ts'
import { TaskRow } from './task-row.tsx'
import './activity.css'

/** What the reader has to do today and what is late. */
export function HomeTasks() {
  const text = useAppText().home
  const { host } = useSurroundings()
  const list = useList('tasks mine', wanted => call(host, listTasks, { querystring: { of: 'mine', ...wanted } }))
  useLiveList(list, event => event.type === 'item' || event.type === 'gone')
  const now = new Date()
  const pressing = list.rows.filter(task => task.dueOn && dueState(task.dueOn, now) !== 'later')
  if (list.state === 'failed' && list.failure) return <FailureNotice failure={list.failure} onRetry={list.ask} />
  if (list.state === 'waiting') return null
  return (
    <section class="section" aria-labelledby="my-tasks">
      <div class="section-top">
        <h2 id="my-tasks">{text.tasks}</h2>
        <a href={linkTo({ name: 'tasks', of: 'mine' })}>{text.allTasks}</a>
      </div>
      {pressing.length === 0 ? (
        <p class="faint">{text.noTasks}</p>
      ) : (
        <ul class="task-rows" aria-labelledby="my-tasks">
          {pressing.map(task => (
            <TaskRow key={task.id} task={task} onDone={list.renew} />
          ))}
        </ul>
      )}
    </section>
  )
}
