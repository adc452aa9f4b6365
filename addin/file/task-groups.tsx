import type { TaskRow as Task } from '../../shared/activity.ts'
import { useAppText } from '../app/surroundings.ts'
import { dueState } from './due-state.ts'
import { TaskRow } from './task-row.tsx'
import './activity.css'

interface TaskGroupsProps {
  tasks: Task[]
  onDone: () => void
  withAssignee?: boolean
}

const groups = ['late', 'today', 'later', 'noDay'] as const

/** Open tasks by when they are due. */
export function TaskGroups({ tasks, ...rest }: TaskGroupsProps) {
  const text = useAppText().tasks
  const now = new Date()
  const byGroup = Map.groupBy(tasks, task => (task.dueOn ? dueState(task.dueOn, now) : 'noDay'))
  return (
    <div class="column">
      {groups.map(group => {
        const rows = byGroup.get(group)
        return (
          rows && (
            <section key={group} class="section" aria-labelledby={`tasks-${group}`}>
              <h2 id={`tasks-${group}`}>{text[group]}</h2>
              <ul class="task-rows" aria-labelledby={`tasks-${group}`}>
                {rows.map(task => (
                  <TaskRow key={task.id} task={task} {...rest} />
                ))}
              </ul>
            </section>
          )
        )
      })}
    </div>
  )
}
