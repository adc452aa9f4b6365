import { useState } from 'preact/hooks'
import { changeActivity } from '../../shared/activity.ts'
import type { ActivityFacts } from '../../shared/activity-facts.ts'
import { type Item, readItem } from '../../shared/item.ts'
import { call } from '../api/call.ts'
import { FormDialog } from '../app/form-dialog.tsx'
import { broughtUp } from '../app/rebased.ts'
import { useAppText, useSurroundings } from '../app/surroundings.ts'
import { useDeed } from '../app/use-deed.ts'
import { useSeen } from '../app/use-seen.ts'
import { useToast } from '../ui/toast.tsx'
import { type ActivityKind, changeOf, draftOf, faultsOf, type SeenActivity, seenOf } from './activity-draft.ts'
import { ActivityFields } from './activity-fields.tsx'
import { ActivityNow } from './activity-now.tsx'

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
  const draftFrom = (activity: SeenActivity) => draftOf(kind, activity.title, activity.facts)
  const { seen, isNews, save } = useSeen<SeenActivity>(
    { title: item.title, facts },
    {
      ask: async () => {
        const now = await call(host, readItem, { params: { itemId: item.id } })
        return { title: now.title, facts: now.activity ?? facts }
      },
      onNews: (now, old) => setDraft(mine => broughtUp(mine, draftFrom(old), draftFrom(now))),
    },
  )
  const before = draftFrom(seen)
  const [draft, setDraft] = useState(before)
  const [isChecked, setIsChecked] = useState(false)
  const faults = faultsOf(draft, before)
  const deed = useDeed(async () => {
    const body = changeOf(before, draft)
    const params = { activityId: item.objectId }
    if (Object.keys(body).length > 0)
      await save(now => call(host, changeActivity, { params, body: { ...body, was: seenOf(body, now) } }))
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
      {isNews && <ActivityNow now={before} seen={seen} draft={draft} />}
    </FormDialog>
  )
}
