import type { Group } from '../../shared/user.ts'
import { useAdminText } from '../app/surroundings.ts'
import { TextField } from '../ui/field.tsx'

/** What is wrong with a user as he was written down. */
export type UserFault = 'name' | 'email' | 'taken'

/** A user as he is being written down. */
export interface UserDraft {
  name: string
  email: string
  isAdmin: boolean
  groups: string[]
}

interface UserFieldsProps {
  draft: UserDraft
  groups: Group[]
  fault: UserFault | undefined
  onDraft: (draft: UserDraft) => void
}

/** Who he is, whether he administers, and which groups he is in. */
export function UserFields({ draft, groups, fault, onDraft }: UserFieldsProps) {
  const text = useAdminText().users
  const change = (part: Partial<UserDraft>) => onDraft({ ...draft, ...part })
  return (
    <>
      <TextField
        label={text.name}
        value={draft.name}
        maxLength={200}
        autocomplete="off"
        failure={fault === 'name' ? text.nameMissing : undefined}
        onValue={name => change({ name })}
      />
      <TextField
        label={text.email}
        type="email"
        value={draft.email}
        maxLength={320}
        autocomplete="off"
        failure={fault === 'email' ? text.emailWrong : fault === 'taken' ? text.taken : undefined}
        onValue={email => change({ email })}
      />
      <label class="check">
        <input
          type="checkbox"
          checked={draft.isAdmin}
          onChange={event => change({ isAdmin: event.currentTarget.checked })}
        />
        <span>
          {text.isAdmin}
          <span class="small faint"> {text.isAdminHint}</span>
        </span>
      </label>
      <GroupTicks groups={groups} chosen={draft.groups} onChosen={chosen => change({ groups: chosen })} />
    </>
  )
}

interface GroupTicksProps {
  groups: Group[]
  chosen: string[]
  onChosen: (chosen: string[]) => void
}

/** Everybody is in the group of everybody, so it is not to be chosen. */
function GroupTicks({ groups, chosen, onChosen }: GroupTicksProps) {
  const text = useAdminText().users
  const open = groups.filter(group => !group.everyone)
  if (open.length === 0) return null
  const toggled = (id: string) => (chosen.includes(id) ? chosen.filter(other => other !== id) : [...chosen, id])
  return (
    <fieldset class="choices">
      <legend class="small faint">{text.groups}</legend>
      {open.map(group => (
        <label key={group.id} class="check">
          <input type="checkbox" checked={chosen.includes(group.id)} onChange={() => onChosen(toggled(group.id))} />
          {group.name}
        </label>
      ))}
    </fieldset>
  )
}
