import { ListPlus } from 'lucide'
import { useState } from 'preact/hooks'
import { useAppText } from '../app/surroundings.ts'
import { ItemActions, type ItemActionsProps } from './item-actions.tsx'
import { NewActivityDialog } from './new-activity-dialog.tsx'

interface MailActionsProps extends ItemActionsProps {
  /** Called when something was made of the mail. */
  onMade: () => void
}

/** What can be done with a mail: a call, meeting, task or note that it brings with it, and what can be done with every item. */
export function MailActions(props: MailActionsProps) {
  const text = useAppText().activityForm
  const { item, onMade } = props
  const [isAdding, setIsAdding] = useState(false)
  const { contractorId } = item
  const add = { name: 'new-activity', icon: ListPlus, word: text.newButton, run: () => setIsAdding(true) }
  return (
    <>
      <ItemActions {...props} own={contractorId && item.may.file ? [add] : []} />
      {isAdding && contractorId && (
        <NewActivityDialog
          contractorId={contractorId}
          {...(item.cases[0] && { caseId: item.cases[0].id })}
          mail={item}
          onClose={() => setIsAdding(false)}
          onCreated={() => {
            setIsAdding(false)
            onMade()
          }}
        />
      )}
    </>
  )
}
