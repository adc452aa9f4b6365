import { useState } from 'preact/hooks'
import { changeActivity } from '../../shared/activity.ts'
import { call } from '../api/call.ts'
import { FormDialog } from '../app/form-dialog.tsx'
import { useAppText, useSurroundings } from '../app/surroundings.ts'
import { useChoices } from '../app/use-choices.ts'
import { useDeed } from '../app/use-deed.ts'
import { Notice } from '../ui/notice.tsx'
import { useToast } from '../ui/toast.tsx'
import { AssigneeField } from './activity-fields.tsx'

interface HandOverDialogProps {
  activityId: string
  assigneeId: string
  onClose: () => void
  onChanged: () => void
}

/** Gives a task to a colleague, who is told of it. */
export function HandOverDialog({ activityId, assigneeId: before, onClose, onChanged }: HandOverDialogProps) {
  const { activity: text, activityForm } = useAppText()
  const { host } = useSurroundings()
  const toast = useToast()
  const users = useChoices().value?.users ?? []
  const [assigneeId, setAssigneeId] = useState(before)
  const [wasSame, setWasSame] = useState(false)
  const deed = useDeed(async () => {
    await call(host, changeActivity, { params: { activityId }, body: { assigneeId } })
    toast({ message: text.given(users.find(user => user.id === assigneeId)?.name ?? '') })
    onChanged()
  })
  // Whoever has it already is neither asked again nor told again.
  function check() {
    setWasSame(assigneeId === before)
    return assigneeId !== before
  }

  return (
    <FormDialog title={activityForm.handOver} button={text.handOver} deed={deed} check={check} onClose={onClose}>
      <AssigneeField assigneeId={assigneeId} onAssignee={setAssigneeId} />
      {wasSame && assigneeId === before && <Notice>{activityForm.sameAssignee}</Notice>}
    </FormDialog>
  )
}
