import { Ban, Check, CheckCheck, type IconNode, Pencil, Play, RotateCcw, UserRoundPlus } from 'lucide'
import { useState } from 'preact/hooks'
import { changeActivity } from '../../shared/activity.ts'
import type { ActivityFacts } from '../../shared/activity-facts.ts'
import type { Item } from '../../shared/item.ts'
import type { Input } from '../../shared/route.ts'
import { call } from '../api/call.ts'
import { FailureNotice } from '../app/plain-pages.tsx'
import { useAppText, useSurroundings } from '../app/surroundings.ts'
import { useDeed } from '../app/use-deed.ts'
import { Button } from '../ui/button.tsx'
import { ActivityDialog } from './activity-dialog.tsx'
import { HandOverDialog } from './hand-over-dialog.tsx'

interface TaskActionsProps {
  item: Item
  facts: ActivityFacts
  onChanged: () => void
}

/** What can be done with a task: its next steps, to whom it goes, and the change of what it says. */
export function TaskActions({ item, facts, onChanged }: TaskActionsProps) {
  const text = useAppText().activity
  const { me } = useSurroundings()
  const [isHandingOver, setIsHandingOver] = useState(false)

  if (!facts.mayChange) return null
  return (
    <div class="item-actions">
      <Steps activityId={item.objectId} facts={facts} isMine={facts.assigneeId === me.id} onDone={onChanged} />
      <Button icon={UserRoundPlus} onClick={() => setIsHandingOver(true)}>
        {text.handOver}
      </Button>
      <EditActivity item={item} facts={facts} onChanged={onChanged} />
      {isHandingOver && (
        <HandOverDialog
          activityId={item.objectId}
          assigneeId={facts.assigneeId ?? me.id}
          onClose={() => setIsHandingOver(false)}
          onChanged={() => {
            setIsHandingOver(false)
            onChanged()
          }}
        />
      )}
    </div>
  )
}

/** The change of what an activity says, for whoever may. */
export function EditActivity({ item, facts, onChanged }: TaskActionsProps) {
  const text = useAppText().activity
  const [isOpen, setIsOpen] = useState(false)
  if (!facts.mayChange) return null
  return (
    <>
      <Button icon={Pencil} onClick={() => setIsOpen(true)}>
        {text.edit}
      </Button>
      {isOpen && (
        <ActivityDialog
          item={item}
          facts={facts}
          onClose={() => setIsOpen(false)}
          onChanged={() => {
            setIsOpen(false)
            onChanged()
          }}
        />
      )}
    </>
  )
}

interface StepsProps {
  activityId: string
  facts: ActivityFacts
  isMine: boolean
  onDone: () => void
}

/** The next steps of a task, by its state. */
function Steps({ facts, isMine, ...of }: StepsProps) {
  const text = useAppText().activity
  if (facts.state === 'done' || facts.state === 'cancelled') {
    return <Step {...of} icon={RotateCcw} word={text.reopen} change={{ state: 'in-progress' }} />
  }
  const mayAccept = isMine && !facts.acceptedAt
  return (
    <>
      {mayAccept && <Step {...of} isNext icon={CheckCheck} word={text.accept} change={{ accepted: true }} />}
      {facts.state === 'new' && (
        <Step {...of} isNext={isMine && !mayAccept} icon={Play} word={text.begin} change={{ state: 'in-progress' }} />
      )}
      <Step
        {...of}
        isNext={isMine && facts.state === 'in-progress' && !mayAccept}
        icon={Check}
        word={text.finish}
        change={{ state: 'done' }}
      />
      <Step {...of} icon={Ban} word={text.cancelTask} change={{ state: 'cancelled' }} />
    </>
  )
}

interface StepProps extends Pick<StepsProps, 'activityId' | 'onDone'> {
  icon: IconNode
  word: string
  /** Whether it is what the reader is going to do next. */
  isNext?: boolean
  change: Input<typeof changeActivity>['body']
}

function Step({ activityId, onDone, icon, word, isNext, change }: StepProps) {
  const { host } = useSurroundings()
  const deed = useDeed(async () => {
    await call(host, changeActivity, { params: { activityId }, body: change })
    onDone()
  })
  return (
    <>
      <Button look={isNext ? 'primary' : 'plain'} icon={icon} busy={deed.isBusy} onClick={deed.run}>
        {word}
      </Button>
      {deed.failure && <FailureNotice failure={deed.failure} />}
    </>
  )
}
