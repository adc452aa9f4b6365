import { useState } from 'preact/hooks'
import { createMailbox, type MailboxTroubleCode, tryMailbox } from '../../shared/mailbox.ts'
import { listMicrosoftTenants } from '../../shared/microsoft.ts'
import { ApiError } from '../api/api-error.ts'
import { call } from '../api/call.ts'
import { FormDialog } from '../app/form-dialog.tsx'
import type { Choices } from '../app/people-picker.tsx'
import { useAdminText, useSurroundings } from '../app/surroundings.ts'
import { useAnswer } from '../app/use-answer.ts'
import { useDeed } from '../app/use-deed.ts'
import { Notice } from '../ui/notice.tsx'
import { bodyOfConsent, ConsentFields, freshConsent, isGraceRight } from './consent-fields.tsx'
import { FolderTicks } from './folder-ticks.tsx'
import { faultsOf, loginOf, type MailboxDraft, type MailboxFaults, newDraft } from './mailbox-draft.ts'
import { MailboxFields } from './mailbox-fields.tsx'

interface NewMailboxDialogProps {
  choices: Choices
  onClose: () => void
  onAdded: () => void
}

type Tried = { trouble: MailboxTroubleCode | null; folders: { path: string; read: boolean }[] }

/**
 * Adds a mailbox in two steps: the connection is tried first, which also shows the folders; then it is kept, with what its
 * owner consents to. What an application of Microsoft's reads is not tried beforehand.
 */
export function NewMailboxDialog({ choices, onClose, onAdded }: NewMailboxDialogProps) {
  const text = useAdminText().mailboxes
  const { host, me } = useSurroundings()
  const [draft, setDraft] = useState<MailboxDraft>(() => newDraft(me.id))
  const [faults, setFaults] = useState<MailboxFaults>({})
  const [tried, setTried] = useState<Tried>()
  const [consent, setConsent] = useState(freshConsent)
  const [isGraceFaulty, setIsGraceFaulty] = useState(false)
  const tenants = useAnswer('tenants-of-mailboxes', async () =>
    me.isAdmin ? (await call(host, listMicrosoftTenants)).items : [],
  )
  const works = tried?.trouble === null
  const isReady = works || draft.signIn === 'microsoft'
  // Nobody consents in another's name; the owner finds his consent at the mailbox.
  const isOwn = draft.ownerId === me.id
  const deed = useDeed(async () => {
    try {
      if (!isReady) return setTried(await call(host, tryMailbox, { body: loginOf(draft) }))
      const { since, folders, ownerId } = draft
      const rest = {
        since,
        ...(folders.length > 0 && { folders }),
        ...(!isOwn && { ownerId }),
        ...(isOwn && bodyOfConsent(consent, choices, me.id)),
      }
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
    setIsGraceFaulty(isReady && !isGraceRight(consent))
    return Object.keys(found).length === 0 && (!isReady || isGraceRight(consent))
  }

  return (
    <FormDialog
      title={text.newTitle}
      button={isReady ? text.button : text.try}
      deed={deed}
      check={check}
      onClose={onClose}
    >
      <MailboxFields
        draft={draft}
        faults={faults}
        owners={me.isAdmin ? choices.users : []}
        tenants={tenants.value ?? []}
        onDraft={handleDraft}
      />
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
      {isReady && isOwn && (
        <ConsentFields draft={consent} choices={choices} isGraceFaulty={isGraceFaulty} onDraft={setConsent} />
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

const fields = { host: true, port: true, user: true, password: true, tenantId: true, authority: true, since: true }
