import { Pause, Play, RefreshCw, Trash2 } from 'lucide'
import { useState } from 'preact/hooks'
import { changeMailbox, type Mailbox, removeMailbox, syncMailbox } from '../../shared/mailbox.ts'
import { call } from '../api/call.ts'
import { FormDialog } from '../app/form-dialog.tsx'
import { FailureNotice } from '../app/plain-pages.tsx'
import { useAdminText, useSurroundings } from '../app/surroundings.ts'
import { useDeed } from '../app/use-deed.ts'
import { Button } from '../ui/button.tsx'
import { useToast } from '../ui/toast.tsx'

interface MailboxActionsProps {
  mailbox: Mailbox
  onChanged: () => void
}

/** Read now, pause or resume, remove. */
export function MailboxActions({ mailbox, onChanged }: MailboxActionsProps) {
  const text = useAdminText().mailboxes
  const { host } = useSurroundings()
  const toast = useToast()
  const [isRemoving, setIsRemoving] = useState(false)
  const params = { mailboxId: mailbox.id }
  const isPaused = mailbox.state === 'paused'
  const done = (message: string) => {
    toast({ message })
    onChanged()
  }
  const sync = useDeed(async () => {
    await call(host, syncMailbox, { params })
    done(text.synced)
  })
  const pause = useDeed(async () => {
    await call(host, changeMailbox, { params, body: { paused: !isPaused } })
    done(isPaused ? text.resumed : text.paused)
  })
  const remove = useDeed(async () => {
    await call(host, removeMailbox, { params })
    setIsRemoving(false)
    done(text.removed)
  })
  const failure = sync.failure ?? pause.failure
  const named = (word: string) => `${word}: ${mailbox.user}`
  return (
    <div class="buttons">
      {!isPaused && (
        <Button icon={RefreshCw} busy={sync.isBusy} aria-label={named(text.sync)} onClick={sync.run}>
          {text.sync}
        </Button>
      )}
      <Button
        icon={isPaused ? Play : Pause}
        busy={pause.isBusy}
        aria-label={named(isPaused ? text.resume : text.pause)}
        onClick={pause.run}
      >
        {isPaused ? text.resume : text.pause}
      </Button>
      <Button icon={Trash2} aria-label={named(text.remove)} onClick={() => setIsRemoving(true)}>
        {text.remove}
      </Button>
      {failure && <FailureNotice failure={failure} />}
      {isRemoving && (
        <FormDialog title={text.removeTitle} button={text.remove} deed={remove} onClose={() => setIsRemoving(false)}>
          <p>{text.removeLead(mailbox.user)}</p>
        </FormDialog>
      )}
    </div>
  )
}
