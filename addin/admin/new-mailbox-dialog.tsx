import { useState } from 'preact/hooks'
import { createMailbox, type MailboxTroubleCode, tryMailbox } from '../../shared/mailbox.ts'
import type { User } from '../../shared/user.ts'
import { ApiError } from '../api/api-error.ts'
import { call } from '../api/call.ts'
import { FormDialog } from '../app/form-dialog.tsx'
import { useAppText, useSurroundings } from '../app/surroundings.ts'
import { useDeed } from '../app/use-deed.ts'
import { Notice } from '../ui/notice.tsx'
import { FolderTicks } from './folder-ticks.tsx'
import { faultsOf, loginOf, newDraft } from './mailbox-draft.ts'
import { type MailboxDraft, type MailboxFaults, MailboxFields } from './mailbox-fields.tsx'

interface NewMailboxDialogProps {
  users: User[]
  onClose: () => void
  onAdded: () => void
}

type Tried = { trouble: MailboxTroubleCode | null; folders: { path: string; read: boolean }[] }

/** Adds a mailbox in two steps: the connection is tried first, which also shows the folders; then it is kept. */
export function NewMailboxDialog({ users, onClose, onAdded }: NewMailboxDialogProps) {
  const text = useAppText().mailboxes
  const { host, me } = useSurroundings()
  const [draft, setDraft] = useState<MailboxDraft>(() => newDraft(me.id))
  const [faults, setFaults] = useState<MailboxFaults>({})
  const [tried, setTried] = useState<Tried>()
  const works = tried?.trouble === null
  const deed = useDeed(async () => {
    try {
      if (!works) return setTried(await call(host, tryMailbox, { body: loginOf(draft) }))
      const { since, folders, ownerId } = draft
      const rest = { since, ...(folders.length > 0 && { folders }), ...(ownerId !== me.id && { ownerId }) }
      await call(host, createMailbox, { body: { kind: 'imap', ...loginOf(draft), ...rest } })
      onAdded()
    } catch (error) {
      const found = faultsOfRefusal(error, text)
      if (!found) throw error
      setFaults(found)
    }
  })

  function handleDraft(next: MailboxDraft) {
    const isSameLogin = JSON.stringify(loginOf(next)) === JSON.stringify(loginOf(draft))
    setDraft(isSameLogin ? next : { ...next, folders: [] })
    // What was tried holds only for what was typed then.
    if (!isSameLogin) setTried(undefined)
  }

  function check() {
    const found = faultsOf(draft, text)
    setFaults(found)
    return Object.keys(found).length === 0
  }

  return (
    <FormDialog
      title={text.newTitle}
      button={works ? text.button : text.try}
      deed={deed}
      check={check}
      onClose={onClose}
    >
      <MailboxFields draft={draft} faults={faults} owners={me.isAdmin ? users : []} onDraft={handleDraft} />
      {tried?.trouble && <Notice>{text.troubles[tried.trouble]}</Notice>}
      {works && (
        <>
          <p role="status">{text.works}</p>
          <FolderTicks
            folders={tried.folders.map(folder => folder.path)}
            chosen={draft.folders}
            onChosen={folders => setDraft({ ...draft, folders })}
          />
        </>
      )}
    </FormDialog>
  )
}

function faultsOfRefusal(
  error: unknown,
  text: { taken: string; plain: string; cannotTake: string },
): MailboxFaults | null {
  if (!(error instanceof ApiError)) return null
  if (error.code === 'already-there') return { user: text.taken }
  if (error.code !== 'invalid') return null
  const [field = 'host'] = error.fields
  if (field === 'tls') return { tls: text.plain }
  return { [field in fields ? field : 'host']: text.cannotTake }
}

const fields = { host: true, port: true, user: true, password: true, since: true }
