import { Pencil, Plus, Trash2 } from 'lucide'
import { useState } from 'preact/hooks'
import type { Group } from '../../shared/user.ts'
import { Answered } from '../app/answered.tsx'
import { PageHeading } from '../app/page-heading.tsx'
import type { Choices } from '../app/people-picker.tsx'
import { useAdminText } from '../app/surroundings.ts'
import { useChoices } from '../app/use-choices.ts'
import { Empty } from '../file/empty.tsx'
import { Button } from '../ui/button.tsx'
import { useToast } from '../ui/toast.tsx'
import { AdminOnly } from './admin-only.tsx'
import { GroupDialog } from './group-dialog.tsx'
import { RemoveGroupDialog } from './remove-group-dialog.tsx'
import '../file/file.css'

/** The groups of the company and who is in them. */
export function GroupsPage() {
  return (
    <AdminOnly>
      <Groups />
    </AdminOnly>
  )
}

function Groups() {
  const text = useAdminText().groups
  const toast = useToast()
  const choices = useChoices()
  const [edited, setEdited] = useState<Group | 'new'>()
  const [leaving, setLeaving] = useState<Group>()

  function handleSaved() {
    setEdited(undefined)
    choices.ask()
    toast({ message: text.saved })
  }

  function handleRemoved() {
    setLeaving(undefined)
    choices.ask()
    toast({ message: text.removed })
  }

  return (
    <Answered answer={choices}>
      {known => (
        <div class="page">
          <div class="page-top">
            <PageHeading title={text.title} />
            <Button look="primary" icon={Plus} onClick={() => setEdited('new')}>
              {text.create}
            </Button>
          </div>
          {known.groups.length === 0 ? (
            <Empty heading={text.emptyTitle}>{text.empty}</Empty>
          ) : (
            <GroupTable choices={known} onEdit={setEdited} onRemove={setLeaving} />
          )}
          {edited && (
            <GroupDialog
              group={edited === 'new' ? null : edited}
              choices={known}
              onClose={() => setEdited(undefined)}
              onSaved={handleSaved}
            />
          )}
          {leaving && (
            <RemoveGroupDialog group={leaving} onClose={() => setLeaving(undefined)} onRemoved={handleRemoved} />
          )}
        </div>
      )}
    </Answered>
  )
}

interface GroupTableProps {
  choices: Choices
  onEdit: (group: Group) => void
  onRemove: (group: Group) => void
}

function GroupTable({ choices, onEdit, onRemove }: GroupTableProps) {
  const text = useAdminText().groups
  return (
    <table class="table groups">
      <caption class="unseen">{text.list}</caption>
      <thead>
        <tr>
          <th scope="col">{text.name}</th>
          <th scope="col">{text.members}</th>
          <th scope="col">
            <span class="unseen">{text.edit}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {choices.groups.map(group => (
          <tr key={group.id}>
            <th scope="row">{group.name}</th>
            <td class="faint">{group.everyone ? text.everyone : membersOf(group, choices) || text.noMembers}</td>
            <td class="number">
              {!group.everyone && (
                <>
                  <Button
                    look="bare"
                    icon={Pencil}
                    aria-label={`${text.edit}: ${group.name}`}
                    title={text.edit}
                    onClick={() => onEdit(group)}
                  />
                  <Button
                    look="bare"
                    icon={Trash2}
                    aria-label={`${text.remove}: ${group.name}`}
                    title={text.remove}
                    onClick={() => onRemove(group)}
                  />
                </>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function membersOf(group: Group, { users, groups }: Choices): string {
  const members = new Set(group.members)
  return [...groups, ...users]
    .filter(row => members.has(row.id))
    .map(row => row.name)
    .join(', ')
}
