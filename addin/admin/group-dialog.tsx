import { useState } from 'preact/hooks'
import { changeGroup, createGroup, type Group } from '../../shared/user.ts'
import { call } from '../api/call.ts'
import { FormDialog } from '../app/form-dialog.tsx'
import { type Choices, PeoplePicker } from '../app/people-picker.tsx'
import { useAdminText, useSurroundings } from '../app/surroundings.ts'
import { useDeed } from '../app/use-deed.ts'
import { TextField } from '../ui/field.tsx'

interface GroupDialogProps {
  /** The group to change, or null for a new one. */
  group: Group | null
  choices: Choices
  onClose: () => void
  onSaved: () => void
}

/** Names a group and chooses its members. */
export function GroupDialog({ group, choices, onClose, onSaved }: GroupDialogProps) {
  const { groups: text, save } = useAdminText()
  const { host } = useSurroundings()
  const [typed, setTyped] = useState(group?.name ?? '')
  const [members, setMembers] = useState<ReadonlySet<string>>(() => new Set(group?.members ?? []))
  const [isMissing, setIsMissing] = useState(false)
  const name = typed.trim()
  const others = { ...choices, groups: choices.groups.filter(other => other.id !== group?.id && !other.everyone) }
  const deed = useDeed(async () => {
    const body = { name, members: [...members] }
    if (group) await call(host, changeGroup, { params: { groupId: group.id }, body })
    else await call(host, createGroup, { body })
    onSaved()
  })

  function check() {
    setIsMissing(name === '')
    return name !== ''
  }

  const [title, button] = group ? [text.editTitle, save] : [text.newTitle, text.button]
  return (
    <FormDialog title={title} button={button} deed={deed} check={check} onClose={onClose}>
      <TextField
        label={text.name}
        value={typed}
        maxLength={200}
        autocomplete="off"
        failure={isMissing ? text.nameMissing : undefined}
        onValue={setTyped}
      />
      <PeoplePicker choices={others} chosen={members} onChosen={setMembers} />
      {group && <p class="small faint">{text.warning}</p>}
    </FormDialog>
  )
}
