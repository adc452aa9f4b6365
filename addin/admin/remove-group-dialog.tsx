import { type Group, removeGroup } from '../../shared/user.ts'
import { call } from '../api/call.ts'
import { FormDialog } from '../app/form-dialog.tsx'
import { useAdminText, useSurroundings } from '../app/surroundings.ts'
import { useDeed } from '../app/use-deed.ts'

interface RemoveGroupDialogProps {
  group: Group
  onClose: () => void
  onRemoved: () => void
}

/** Asks before a group is taken away, and says what goes with it. */
export function RemoveGroupDialog({ group, onClose, onRemoved }: RemoveGroupDialogProps) {
  const text = useAdminText().groups
  const { host } = useSurroundings()
  const deed = useDeed(async () => {
    await call(host, removeGroup, { params: { groupId: group.id } })
    onRemoved()
  })
  return (
    <FormDialog title={text.removeTitle} button={text.remove} deed={deed} onClose={onClose}>
      <p>{text.removeLead(group.name)}</p>
      <p class="small faint">{text.removeHint}</p>
    </FormDialog>
  )
}
