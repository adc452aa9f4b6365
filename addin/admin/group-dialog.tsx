import { useState } from 'preact/hooks'
import { changeGroup, createGroup, type Group, listGroups } from '../../shared/user.ts'
import { ApiError } from '../api/api-error.ts'
import { call } from '../api/call.ts'
import { FormDialog } from '../app/form-dialog.tsx'
import { type Choices, namesOf, PeoplePicker } from '../app/people-picker.tsx'
import { broughtUp, rebased } from '../app/rebased.ts'
import { useAdminText, useSurroundings } from '../app/surroundings.ts'
import { useDeed } from '../app/use-deed.ts'
import { useSeen } from '../app/use-seen.ts'
import { useCaseText } from '../ui/case-text.ts'
import { TextField } from '../ui/field.tsx'
import { StandsNow } from '../ui/stands-now.tsx'

interface GroupDialogProps {
  /** The group to change, or null for a new one. */
  group: Group | null
  choices: Choices
  onClose: () => void
  onSaved: () => void
}

type SeenGroup = Pick<Group, 'name' | 'members'>

/** Names a group and chooses its members. */
export function GroupDialog({ group, choices, onClose, onSaved }: GroupDialogProps) {
  const { groups: text, save } = useAdminText()
  const { host } = useSurroundings()
  const [typed, setTyped] = useState(group?.name ?? '')
  const [members, setMembers] = useState<ReadonlySet<string>>(() => new Set(group?.members ?? []))
  const [isMissing, setIsMissing] = useState(false)
  const name = typed.trim()
  const others = { ...choices, groups: choices.groups.filter(other => other.id !== group?.id && !other.everyone) }
  const { gone } = useCaseText().handOver
  const {
    seen,
    isNews,
    save: saveSeen,
  } = useSeen<SeenGroup>(group ?? { name: '', members: [] }, {
    ask: async () => {
      const { items } = await call(host, listGroups)
      const found = items.find(({ id }) => id === group?.id)
      if (!found) throw new ApiError('not-found')
      return found
    },
    onNews(now, before) {
      setTyped(mine => broughtUp({ name: mine }, { name: before.name }, { name: now.name }).name)
      setMembers(mine => rebased(mine, before.members, now.members))
    },
  })
  const deed = useDeed(async () => {
    const body = { name, members: [...members] }
    if (group)
      await saveSeen(({ name: was, members: wereIn }) =>
        call(host, changeGroup, {
          params: { groupId: group.id },
          body: { ...body, was: { name: was, members: wereIn } },
        }),
      )
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
      {isNews && (
        <StandsNow
          fields={[
            [text.name, seen.name],
            [text.members, namesOf(new Set(seen.members), choices, gone).join(', ')],
          ]}
        />
      )}
      {group && <p class="small faint">{text.warning}</p>}
    </FormDialog>
  )
}
