import { Plus } from 'lucide'
import { useState } from 'preact/hooks'
import type { User } from '../../shared/user.ts'
import { Answered } from '../app/answered.tsx'
import { PageHeading } from '../app/page-heading.tsx'
import { useAppText, useSurroundings } from '../app/surroundings.ts'
import { useChoices } from '../app/use-choices.ts'
import { Button } from '../ui/button.tsx'
import { AdminOnly } from './admin-only.tsx'
import { NewUserDialog } from './new-user-dialog.tsx'
import '../file/file.css'

/** Everybody who may sign in, and the way to let in one more. */
export function UsersPage() {
  return (
    <AdminOnly>
      <Users />
    </AdminOnly>
  )
}

function Users() {
  const text = useAppText().users
  const choices = useChoices()
  const [isCreating, setIsCreating] = useState(false)
  return (
    <Answered answer={choices}>
      {({ users, groups }) => (
        <div class="page">
          <div class="page-top">
            <PageHeading title={text.title} />
            <Button look="primary" icon={Plus} onClick={() => setIsCreating(true)}>
              {text.create}
            </Button>
          </div>
          <UserTable users={users} />
          {isCreating && <NewUserDialog groups={groups} onClose={() => setIsCreating(false)} onCreated={choices.ask} />}
        </div>
      )}
    </Answered>
  )
}

interface UserTableProps {
  users: User[]
}

function UserTable({ users }: UserTableProps) {
  const text = useAppText().users
  const { me } = useSurroundings()
  return (
    <table class="table users">
      <caption class="unseen">{text.list}</caption>
      <thead>
        <tr>
          <th scope="col">{text.name}</th>
          <th scope="col">{text.email}</th>
          <th scope="col">{text.role}</th>
        </tr>
      </thead>
      <tbody>
        {users.map(user => (
          <tr key={user.id}>
            <th scope="row">
              {user.name}
              {user.id === me.id && <span class="small faint"> ({text.you})</span>}
            </th>
            <td class="faint">{user.email}</td>
            <td class="faint">{user.isAdmin ? text.admin : text.member}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
