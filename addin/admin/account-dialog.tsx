import { useState } from 'preact/hooks'
import {
  type Account,
  changeAccount,
  createPasswordLink,
  endAccountSessions,
  endPasswordLink,
  resetFactor,
} from '../../shared/account.ts'
import { call } from '../api/call.ts'
import { FailureNotice } from '../app/plain-pages.tsx'
import { useAdminText, useSurroundings } from '../app/surroundings.ts'
import { useDeed } from '../app/use-deed.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Moment } from '../ui/moment.tsx'
import { useToast } from '../ui/toast.tsx'
import { stateOf } from './account-state.ts'
import { LeaverDialog } from './leaver-dialog.tsx'
import { PasswordLinkDialog } from './password-link-dialog.tsx'
import { ProfileDialog } from './profile-dialog.tsx'
import { ProvenDeed } from './proven-deed.tsx'
import './accounts.css'

interface AccountDialogProps {
  account: Account
  onClose: () => void
  onChanged: () => void
}

/** One account: how its owner comes in, and what an administrator may do about that. Nothing of what he reads. */
export function AccountDialog({ account, onClose, onChanged }: AccountDialogProps) {
  const { accounts: text, leavers } = useAdminText()
  const [link, setLink] = useState<string>()
  const [open, setOpen] = useState<'leaver' | 'profile'>()
  if (link)
    return (
      <PasswordLinkDialog userId={account.id} name={account.name} email={account.email} link={link} onClose={onClose} />
    )
  if (open === 'leaver') return <LeaverDialog account={account} onClose={onClose} />
  if (open === 'profile') return <ProfileDialog account={account} onClose={onClose} onChanged={onChanged} />
  return (
    <Dialog title={account.name} onClose={onClose}>
      <div class="form">
        <p class="faint">{account.email}</p>
        <p>
          {[
            text.states[stateOf(account)],
            ...(account.hasSecondFactor ? [text.factorOn] : []),
            text.sessions(account.sessions),
            text.tokens(account.tokens),
            text.identities(account.identities),
          ].join(' · ')}
        </p>
        {account.linkUntil && (
          <p class="faint">
            {text.linkUntil} <Moment at={account.linkUntil} />
          </p>
        )}
        <Button wide onClick={() => setOpen('profile')}>
          {text.profile}
        </Button>
        <AccountDeeds account={account} onLink={setLink} onChanged={onChanged} />
        {account.disabledAt !== null && (
          <Button wide onClick={() => setOpen('leaver')}>
            {leavers.open}
          </Button>
        )}
        <p class="small faint">{text.disableHint}</p>
      </div>
    </Dialog>
  )
}

interface AccountDeedsProps {
  account: Account
  onLink: (link: string) => void
  onChanged: () => void
}

function AccountDeeds({ account, onLink, onChanged }: AccountDeedsProps) {
  const { accounts: text } = useAdminText()
  const { host, me } = useSurroundings()
  const params = { userId: account.id }
  const isOut = account.disabledAt !== null
  const change = (body: { isDisabled?: boolean; isAdmin?: boolean; password?: string }) => () =>
    call(host, changeAccount, { params, body })

  async function makeLink(body: { password?: string }) {
    onLink((await call(host, createPasswordLink, { params, body })).passwordLink)
  }

  const shared = { onChanged }
  return (
    <div class="account-deeds">
      {!isOut && <ProvenDeed {...shared} word={account.hasPassword ? text.reset : text.invite} act={makeLink} />}
      {account.linkUntil && (
        <DeedButton
          {...shared}
          word={text.withdraw}
          done={text.withdrawn}
          act={() => call(host, endPasswordLink, { params })}
        />
      )}
      {account.sessions + account.tokens > 0 && (
        <DeedButton
          {...shared}
          word={text.endSessions}
          done={text.sessionsEnded}
          act={() => call(host, endAccountSessions, { params })}
        />
      )}
      {account.hasSecondFactor && (
        <DeedButton
          {...shared}
          word={text.resetFactor}
          done={text.factorReset}
          act={() => call(host, resetFactor, { params })}
        />
      )}
      {account.id !== me.id && (
        <>
          <ProvenDeed
            {...shared}
            word={account.isAdmin ? text.dropAdmin : text.makeAdmin}
            done={text.changed}
            act={proof => change({ isAdmin: !account.isAdmin, ...proof })()}
          />
          <DeedButton
            {...shared}
            word={isOut ? text.enable : text.disable}
            done={text.changed}
            act={change({ isDisabled: !isOut })}
          />
        </>
      )}
    </div>
  )
}

interface DeedButtonProps {
  word: string
  done?: string
  act: () => Promise<unknown>
  onChanged: () => void
}

function DeedButton({ word, done, act, onChanged }: DeedButtonProps) {
  const toast = useToast()
  const deed = useDeed(async () => {
    await act()
    onChanged()
    if (done) toast({ message: done })
  })
  return (
    <>
      <Button wide busy={deed.isBusy} onClick={deed.run}>
        {word}
      </Button>
      {deed.failure && <FailureNotice failure={deed.failure} />}
    </>
  )
}
