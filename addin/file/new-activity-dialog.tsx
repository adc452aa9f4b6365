import { useState } from 'preact/hooks'
import { createActivity } from '../../shared/activity.ts'
import { call } from '../api/call.ts'
import { FormDialog } from '../app/form-dialog.tsx'
import { useAppText, useSurroundings } from '../app/surroundings.ts'
import { useDeed } from '../app/use-deed.ts'
import { caseTitleOf } from '../pane/case-title.ts'
import { Chips } from '../ui/chip.tsx'
import { useToast } from '../ui/toast.tsx'
import { useOwnNumber } from '../ui/use-own-number.ts'
import { type ActivityKind, creationOf, faultsOf, newDraft } from './activity-draft.ts'
import { ActivityFields } from './activity-fields.tsx'
import { CaseChoice } from './case-choice.tsx'
import { useOwnViewers } from './use-own-viewers.tsx'

const kinds: ActivityKind[] = ['call', 'meeting', 'task', 'note']

interface NewActivityDialogProps {
  contractorId: string
  /** The case to begin with. */
  caseId?: string
  /** The mail of which it is made. */
  mail?: { id: string; title: string }
  onClose: () => void
  onCreated: () => void
}

/** Logs a call, meeting or note, or sets a task. */
export function NewActivityDialog({
  contractorId,
  caseId: first = '',
  mail,
  onClose,
  onCreated,
}: NewActivityDialogProps) {
  const text = useAppText().activityForm
  const { host, me } = useSurroundings()
  const toast = useToast()
  const [draft, setDraft] = useState(() => ({
    ...newDraft(mail ? 'task' : 'call', new Date(), me.id),
    ...(mail && { title: caseTitleOf(mail.title) }),
  }))
  const [caseId, setCaseId] = useState(first)
  const [isChecked, setIsChecked] = useState(false)
  const faults = faultsOf(draft)
  const viewers = useOwnViewers()
  const numberOf = useOwnNumber()
  const deed = useDeed(async () => {
    const place = { contractorId, ...(caseId && { caseId }), ...(mail && { fromItemId: mail.id }) }
    const body = { ...creationOf(draft, place), ...viewers.said() }
    await call(host, createActivity, { body: { id: numberOf(body), ...body } })
    toast({ message: text.created })
    onCreated()
  })

  function check() {
    setIsChecked(true)
    return viewers.check() && Object.keys(faults).length === 0
  }

  return (
    <FormDialog title={text.new} button={text.create} deed={deed} check={check} onClose={onClose}>
      <Chips
        label={text.kind}
        options={kinds.map(kind => ({ value: kind, label: text.titles[kind] }))}
        value={draft.kind}
        onValue={kind => setDraft({ ...draft, kind })}
      />
      <ActivityFields
        contractorId={contractorId}
        draft={draft}
        faults={isChecked ? faults : {}}
        onDraft={change => setDraft({ ...draft, ...change })}
      />
      <CaseChoice
        contractorId={contractorId}
        label={text.case}
        none={text.noCase}
        caseId={caseId}
        onCaseId={setCaseId}
        isOptional
      />
      {viewers.field}
      {viewers.isOwn && draft.kind === 'task' && draft.assigneeId !== me.id && (
        <p class="small faint" role="status">
          {text.assigneeSees}
        </p>
      )}
    </FormDialog>
  )
}
