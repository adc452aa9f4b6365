import { useState } from 'preact/hooks'
import { changeActivity } from '../../shared/activity.ts'
import type { ActivityFacts } from '../../shared/activity-facts.ts'
import type { Item } from '../../shared/item.ts'
import { call } from '../api/call.ts'
import { FormDialog } from '../app/form-dialog.tsx'
import { useAppText, useSurroundings } from '../app/surroundings.ts'
import { useDeed } from '../app/use-deed.ts'
import { useToast } from '../ui/toast.tsx'
import { type ActivityKind, changeOf, draftOf, faultsOf } from './activity-draft.ts'
import { ActivityFields } from './activity-fields.tsx'

interface ActivityDialogProps {
  item: Item
  facts: ActivityFacts
  onClose: () => void
  onChanged: () => void
}

/** Changes a call, meeting, task or note. */
export function ActivityDialog({ item, facts, onClose, onChanged }: ActivityDialogProps) {
  const { activity: text, activityForm } = useAppText()
  const { host } = useSurroundings()
  const toast = useToast()
  const kind = item.kind as ActivityKind
  const [before] = useState(() => draftOf(kind, item.title, facts))
  const [draft, setDraft] = useState(before)
  const [isChecked, setIsChecked] = useState(false)
  const faults = faultsOf(draft, before)
  const deed = useDeed(async () => {
    const body = changeOf(before, draft)
    if (Object.keys(body).length > 0) await call(host, changeActivity, { params: { activityId: item.objectId }, body })
    toast({ message: text.saved })
    onChanged()
  })

  function check() {
    setIsChecked(true)
    return Object.keys(faults).length === 0
  }

  return (
    <FormDialog
      title={activityForm.titles[kind]}
      button={activityForm.save}
      deed={deed}
      check={check}
      onClose={onClose}
    >
      <ActivityFields
        contractorId={item.contractorId ?? ''}
        draft={draft}
        faults={isChecked ? faults : {}}
        onDraft={change => setDraft({ ...draft, ...change })}
      />
    </FormDialog>
  )
}
