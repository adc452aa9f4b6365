import { UserRoundPlus } from 'lucide'
import { useState } from 'preact/hooks'
import type { ActivityFacts } from '../../shared/activity-facts.ts'
import type { Item } from '../../shared/item.ts'
import { useAppText, useSurroundings } from '../app/surroundings.ts'
import { HandOverDialog } from './hand-over-dialog.tsx'
import { ItemActions, type ItemActionsProps } from './item-actions.tsx'
import { useEditActivity } from './use-edit-activity.tsx'
import { useTaskSteps } from './use-task-steps.ts'

interface ActivityActionsProps extends ItemActionsProps {
  item: Item
  facts: ActivityFacts
  /** Called when what it says was changed. */
  onEdited: () => void
}

/** What can be done with a call, meeting or note: the change of what it says, and what can be done with every item. */
export function ActivityActions(props: ActivityActionsProps) {
  const edit = useEditActivity(props.item, props.facts, props.onEdited)
  return (
    <>
      <ItemActions {...props} own={[edit.act]} />
      {edit.dialog}
    </>
  )
}

/** What can be done with a task: its next steps, to whom it goes, the change of what it says, and the rest. */
export function TaskActions(props: ActivityActionsProps) {
  const { item, facts, onEdited } = props
  const text = useAppText().activity
  const { me } = useSurroundings()
  const steps = useTaskSteps(item.objectId, facts, onEdited)
  const edit = useEditActivity(item, facts, onEdited)
  const [isHandingOver, setIsHandingOver] = useState(false)
  const handOver = { name: 'hand-over', icon: UserRoundPlus, word: text.handOver, run: () => setIsHandingOver(true) }
  return (
    <>
      <ItemActions {...props} own={facts.mayChange ? [...steps, handOver, edit.act] : []} />
      {edit.dialog}
      {isHandingOver && (
        <HandOverDialog
          activityId={item.objectId}
          assigneeId={facts.assigneeId ?? me.id}
          onClose={() => setIsHandingOver(false)}
          onChanged={() => {
            setIsHandingOver(false)
            onEdited()
          }}
        />
      )}
    </>
  )
}
