import { Check, Flag } from 'lucide'
import { changeActivity, type TaskRow as Task } from '../../shared/activity.ts'
import { call } from '../api/call.ts'
import { contractorLink, linkTo } from '../app/page-link.ts'
import { FailureNotice } from '../app/plain-pages.tsx'
import { useAppText, useSurroundings } from '../app/surroundings.ts'
import { useDeed } from '../app/use-deed.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { useToast } from '../ui/toast.tsx'
import { DueDay } from './due-day.tsx'

interface TaskRowProps {
  task: Task
  onDone: () => void
  withAssignee?: boolean
  /** In whose file the list stands; its name is not said again in each row. */
  inFileOf?: string
}

/** One open task: what, for whom, by when, and the way to say that it is done. */
export function TaskRow({ task, onDone, withAssignee, inFileOf }: TaskRowProps) {
  const { activity: text, tasks } = useAppText()
  const { host, me } = useSurroundings()
  const toast = useToast()
  const state = (change: 'done' | Task['state']) =>
    call(host, changeActivity, { params: { activityId: task.id }, body: { state: change } })
  const deed = useDeed(async () => {
    await state('done')
    onDone()
    toast({ message: tasks.done, onUndo: () => void state(task.state).then(onDone, onDone) })
  })
  return (
    <li>
      {task.assigneeId === me.id ? (
        <Button look="bare" icon={Check} busy={deed.isBusy} aria-label={tasks.finish(task.title)} onClick={deed.run} />
      ) : (
        <span />
      )}
      <div>
        <a class="row-link" href={linkTo({ name: 'item', itemId: task.itemId })}>
          {task.title}
        </a>
        <p class="small faint">
          {task.contractorId && task.contractorId !== inFileOf && task.contractorName && (
            <a href={contractorLink(task.contractorId)}>{task.contractorName}</a>
          )}
          <span>{text.states[task.state]}</span>
          {task.priority === 'high' && (
            <span class="pressing">
              <Icon shape={Flag} /> {text.priority}: {text.priorities.high}
            </span>
          )}
          {withAssignee && task.assigneeName && <span>{task.assigneeName}</span>}
          {task.givenBy && !withAssignee && (
            <span>
              {text.givenBy}: {task.givenBy}
            </span>
          )}
          {!task.acceptedAt && <span>{text.waitsForYes}</span>}
        </p>
        {deed.failure && <FailureNotice failure={deed.failure} />}
      </div>
      {task.dueOn && <DueDay day={task.dueOn} isOpen />}
    </li>
  )
}
