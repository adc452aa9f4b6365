import { useState } from 'preact/hooks'
import {
  createMailbox,
  listMailboxes,
  type Mailbox,
  type MailboxPreview,
  previewMailbox,
} from '../../shared/mailbox.ts'
import { draftOf, faultsOf, loginOf, type MailboxDraft, type MailboxFaults, newDraft } from '../admin/mailbox-draft.ts'
import { MailboxFields } from '../admin/mailbox-fields.tsx'
import { ApiError } from '../api/api-error.ts'
import { call } from '../api/call.ts'
import { keepAnswer, keptAnswer } from '../app/kept-answers.ts'
import { linkTo } from '../app/page-link.ts'
import { FailureNotice } from '../app/plain-pages.tsx'
import { useAdminText, useSurroundings, useWords } from '../app/surroundings.ts'
import { useAnswer } from '../app/use-answer.ts'
import { useDeed } from '../app/use-deed.ts'
import { useFaultyField } from '../app/use-faulty-field.ts'
import { currentVisit } from '../app/visit.ts'
import { startText } from '../text/start.ts'
import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'
import { Late, Skeleton } from '../ui/skeleton.tsx'
import { useToast } from '../ui/toast.tsx'
import { PreviewWords } from './preview-words.tsx'
import type { StepProps } from './step-props.ts'

const TYPED = 'typed mailbox'

/** One's own mailbox, with what is known of it where it is read already. */
export function MailboxStep(props: StepProps) {
  const { host, me } = useSurroundings()
  const known = useAnswer('my mailbox', async () => {
    const { items } = await call(host, listMailboxes)
    return { mailbox: items.find(one => one.ownerId === me.id && one.kind === 'imap') ?? null }
  })
  if (known.value) return <MailboxForm {...props} mailbox={known.value.mailbox} />
  if (known.failure) return <FailureNotice failure={known.failure} onRetry={known.ask} />
  return (
    <Late>
      <Skeleton height="240px" />
    </Late>
  )
}

/** The connection is tried, what would become of the mail is counted, and only then the mailbox is kept. */
function MailboxForm({ run, onDone, mailbox }: StepProps & { mailbox: Mailbox | null }) {
  const text = useWords(startText).start
  const { mailboxes } = useAdminText()
  const { host, me } = useSurroundings()
  const toast = useToast()
  const [draft, setDraft] = useState(
    () => keptAnswer<MailboxDraft>(TYPED) ?? (mailbox ? draftOf(mailbox) : { ...newDraft(me.id), user: me.email }),
  )
  const [faults, setFaults] = useState<MailboxFaults>({})
  const [seen, setSeen] = useState<MailboxPreview>()
  const [form, focusFault] = useFaultyField()
  const works = seen?.trouble === null
  const deed = useDeed(async () => {
    const input = { ...loginOf(draft), since: draft.since }
    try {
      if (!works) return setSeen(await call(host, previewMailbox, { body: input }))
      await call(host, createMailbox, { body: { kind: 'imap', ...input } })
      toast({ message: text.added(draft.user) })
      await onDone()
    } catch (error) {
      if (!(error instanceof ApiError && ['already-there', 'invalid'].includes(error.code))) throw error
      const [field = 'host'] = error.fields
      if (error.code === 'already-there') setFaults({ user: mailboxes.taken })
      else setFaults(field === 'tls' ? { tls: mailboxes.plain } : { host: mailboxes.cannotTake })
    }
  })

  function handleDraft(next: MailboxDraft) {
    setDraft(next)
    // Another step may be opened in between; secrets are typed anew.
    keepAnswer(currentVisit().key, TYPED, { ...next, password: '' })
    // What was counted holds only for what was typed then.
    setSeen(undefined)
  }

  function handleSubmit(event: SubmitEvent) {
    event.preventDefault()
    const found = faultsOf(draft, mailboxes)
    setFaults(found)
    if (Object.keys(found).length > 0) focusFault()
    else deed.run()
  }

  return (
    <>
      <p>{text.mailboxLead}</p>
      <p>{text.onMicrosoft}</p>
      <p>
        <a href={linkTo({ name: 'microsoft' })}>{text.toMicrosoft}</a>
      </p>
      {mailbox && <p>{text.alreadyRead(mailbox.user)}</p>}
      <form ref={form} class="form" noValidate onSubmit={handleSubmit}>
        <MailboxFields draft={draft} faults={faults} owners={[]} tenants={[]} onDraft={handleDraft} />
        <div role="status">
          {deed.isBusy && !works && <p>{text.looking}</p>}
          {seen && works && (
            <>
              <PreviewWords preview={seen} since={draft.since} />
              <p>{text.seenBy}</p>
            </>
          )}
        </div>
        {seen?.trouble && <Notice>{mailboxes.troubles[seen.trouble]}</Notice>}
        {deed.failure && <FailureNotice failure={deed.failure} />}
        <div class="buttons">
          <Button type="submit" look="primary" busy={deed.isBusy}>
            {works ? text.add : text.try}
          </Button>
          {run.done.includes('mailbox') && (
            <a class="button" href={linkTo({ name: 'triage' })}>
              {text.triage}
            </a>
          )}
        </div>
      </form>
    </>
  )
}
