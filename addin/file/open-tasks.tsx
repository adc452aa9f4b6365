import { Plus } from 'lucide'
import { useState } from 'preact/hooks'
import { listTasks } from '../../shared/activity.ts'
import { call } from '../api/call.ts'
import { useAppText, useSurroundings } from '../app/surroundings.ts'
import { useList } from '../app/use-list.ts'
import { useLiveList } from '../app/use-live.ts'
import { Button } from '../ui/button.tsx'
import { Late, SkeletonRows } from '../ui/skeleton.tsx'
import { ListEnd } from './list-end.tsx'
import { NewActivityDialog } from './new-activity-dialog.tsx'
import { TaskRow } from './task-row.tsx'
import './activity.css'

interface OpenTasksProps {
  contractorId: string
  /** Of one case only. */
  caseId?: string
  mayAdd: boolean
}

/** The open tasks of a file or case, and the way to log something new. */
export function OpenTasks({ contractorId, caseId, mayAdd }: OpenTasksProps) {
  const { activities, activityForm, tasks } = useAppText()
  const { host } = useSurroundings()
  const [isAdding, setIsAdding] = useState(false)
  const place = caseId ? { caseId } : { contractorId }
  const list = useList(`tasks of ${caseId ?? contractorId}`, wanted =>
    call(host, listTasks, { querystring: { of: 'all', ...place, ...wanted } }),
  )
  useLiveList(list, event => event.type === 'item' || event.type === 'gone')
  return (
    <section class="section" aria-labelledby="open-tasks">
      <div class="section-top">
        <h2 id="open-tasks">{activities.openTasks}</h2>
        {mayAdd && (
          <Button icon={Plus} onClick={() => setIsAdding(true)}>
            {activityForm.newButton}
          </Button>
        )}
      </div>
      {list.state === 'ready' && list.rows.length === 0 && <p class="faint">{tasks.none}</p>}
      {list.rows.length > 0 && (
        <ul class="task-rows" aria-labelledby="open-tasks">
          {list.rows.map(task => (
            <TaskRow key={task.id} task={task} onDone={list.renewOrAsk} withAssignee inFileOf={contractorId} />
          ))}
        </ul>
      )}
      {list.state === 'waiting' ? (
        <Late>
          <SkeletonRows rows={1} />
        </Late>
      ) : (
        <ListEnd list={list} />
      )}
      {isAdding && (
        <NewActivityDialog
          contractorId={contractorId}
          {...(caseId && { caseId })}
          onClose={() => setIsAdding(false)}
          onCreated={() => {
            setIsAdding(false)
            list.renewOrAsk()
          }}
        />
      )}
    </section>
  )
}
