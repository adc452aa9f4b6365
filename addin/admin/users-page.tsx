import { Plus } from 'lucide'
import { useState } from 'preact/hooks'
import { type Account, listAccounts } from '../../shared/account.ts'
import { call } from '../api/call.ts'
import { Answered } from '../app/answered.tsx'
import { PageHeading } from '../app/page-heading.tsx'
import { useAdminText, useSurroundings } from '../app/surroundings.ts'
import { useAnswer } from '../app/use-answer.ts'
import { useChoices } from '../app/use-choices.ts'
import { Button } from '../ui/button.tsx'
import { Moment } from '../ui/moment.tsx'
import { AccountDialog } from './account-dialog.tsx'
import { stateOf } from './account-state.ts'
import { AdminOnly } from './admin-only.tsx'
import { EveryToken } from './every-token.tsx'
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
  const text = useAdminText().users
  const { host } = useSurroundings()
  const choices = useChoices()
  const accounts = useAnswer('accounts', () => call(host, listAccounts))
  const [open, setOpen] = useState<string>()
  const [isCreating, setIsCreating] = useState(false)
  const managed = accounts.value?.items.find(account => account.id === open)
  return (
    <Answered answer={accounts}>
      {({ items }) => (
        <div class="page">
          <div class="page-top">
            <PageHeading title={text.title} />
            <Button look="primary" icon={Plus} onClick={() => setIsCreating(true)}>
              {text.create}
            </Button>
          </div>
          <AccountTable accounts={items} onManage={setOpen} />
          <EveryToken onEnded={accounts.ask} />
          {isCreating && (
            <NewUserDialog
              groups={choices.value?.groups ?? []}
              onClose={() => setIsCreating(false)}
              onCreated={accounts.ask}
            />
          )}
          {managed && <AccountDialog account={managed} onClose={() => setOpen(undefined)} onChanged={accounts.ask} />}
        </div>
      )}
    </Answered>
  )
}

interface AccountTableProps {
  accounts: Account[]
  onManage: (userId: string) => void
}

function AccountTable({ accounts, onManage }: AccountTableProps) {
  const { users: text, accounts: words } = useAdminText()
  return (
    <table class="table users">
      <caption class="unseen">{text.list}</caption>
      <thead>
        <tr>
          <th scope="col">{text.name}</th>
          <th scope="col">{text.email}</th>
          <th scope="col">{text.role}</th>
          <th scope="col">{words.state}</th>
          <th scope="col">{words.seen}</th>
          <th scope="col">
            <span class="unseen">{words.manage}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {accounts.map(account => (
          <AccountRow key={account.id} account={account} onManage={() => onManage(account.id)} />
        ))}
      </tbody>
    </table>
  )
}

function AccountRow({ account, onManage }: { account: Account; onManage: () => void }) {
  const { users: text, accounts: words } = useAdminText()
  const { me } = useSurroundings()
  return (
    <tr>
      <th scope="row">
        {account.name}
        {account.id === me.id && <span class="small faint"> ({text.you})</span>}
      </th>
      <td class="faint">{account.email}</td>
      <td class="faint">{account.isAdmin ? text.admin : text.member}</td>
      <td class="faint">
        {words.states[stateOf(account)]}
        {account.hasSecondFactor && `, ${words.factorOn}`}
      </td>
      <td class="faint" data-word={words.seen}>
        {account.seenAt ? <Moment at={account.seenAt} /> : words.never}
      </td>
      <td>
        <Button onClick={onManage} aria-label={words.manageNamed(account.name)}>
          {words.manage}
        </Button>
      </td>
    </tr>
  )
}
