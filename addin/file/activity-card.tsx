import { Unlink } from 'lucide'
import { changeActivity } from '../../shared/activity.ts'
import type { ActivityFacts } from '../../shared/activity-facts.ts'
import type { Item } from '../../shared/item.ts'
import { call } from '../api/call.ts'
import { linkTo } from '../app/page-link.ts'
import { FailureNotice } from '../app/plain-pages.tsx'
import { useAppText, useSurroundings } from '../app/surroundings.ts'
import { useDeed } from '../app/use-deed.ts'
import { fullMoment } from '../text/moment.ts'
import { Button } from '../ui/button.tsx'
import { useLanguage } from '../ui/language.ts'
import { useToast } from '../ui/toast.tsx'
import { ActivityHistory } from './activity-history.tsx'
import { DueDay } from './due-day.tsx'
import { Fact } from './facts.tsx'
import './activity.css'

interface ActivityCardProps {
  item: Item
  facts: ActivityFacts
  onChanged: () => void
}

const MINUTE_MS = 60_000

/** A call, meeting, task or note in full: what was noted, how far it is, and what became of it. */
export function ActivityCard({ item, facts, onChanged }: ActivityCardProps) {
  const { activity: text } = useAppText()
  return (
    <>
      <section class="section" aria-labelledby="activity">
        <h2 id="activity">{text.details}</h2>
        <dl class="activity-facts">
          {item.kind === 'task' && <TaskFacts facts={facts} />}
          <TimeFacts facts={facts} />
          <Fact word={text.person}>{facts.personName}</Fact>
          <Fact word={text.createdBy}>{facts.createdBy}</Fact>
          <Fact word={text.madeFrom}>
            {item.madeFrom && (
              <MadeFrom
                activityId={item.objectId}
                mail={item.madeFrom}
                mayChange={facts.mayChange}
                onChanged={onChanged}
              />
            )}
          </Fact>
        </dl>
        {facts.note ? <p class="item-text">{facts.note}</p> : <p class="faint">{text.noNote}</p>}
      </section>
      <ActivityHistory activityId={item.objectId} history={facts.history} onChanged={onChanged} />
    </>
  )
}

interface MadeFromProps {
  activityId: string
  mail: NonNullable<Item['madeFrom']>
  mayChange: boolean
  onChanged: () => void
}

/** The mail of which it was made, and the way to take a wrong one away. */
function MadeFrom({ activityId, mail, mayChange, onChanged }: MadeFromProps) {
  const { activity: text, item } = useAppText()
  const { host } = useSurroundings()
  const toast = useToast()
  const link = (fromItemId: string | null) =>
    call(host, changeActivity, { params: { activityId }, body: { fromItemId } })
  const deed = useDeed(async () => {
    await link(null)
    toast({ message: text.unlinked, onUndo: () => void link(mail.id).then(onChanged, onChanged) })
    onChanged()
  })
  return (
    <>
      <a href={linkTo({ name: 'item', itemId: mail.id })}>{mail.title || item.noTitle}</a>
      {mayChange && (
        <Button
          look="bare"
          icon={Unlink}
          busy={deed.isBusy}
          aria-label={text.unlink}
          title={text.unlink}
          onClick={deed.run}
        />
      )}
      {deed.failure && <FailureNotice failure={deed.failure} />}
    </>
  )
}

interface FactsProps {
  facts: ActivityFacts
}

function TaskFacts({ facts }: FactsProps) {
  const text = useAppText().activity
  const isOpen = facts.state === 'new' || facts.state === 'in-progress'
  return (
    <>
      <Fact word={text.state}>{facts.state && <strong>{text.states[facts.state]}</strong>}</Fact>
      <Fact word={text.assignee}>
        {facts.assigneeName}
        {isOpen && facts.assigneeName && (
          <span class="small faint"> ({facts.acceptedAt ? text.accepted : text.waitsForYes})</span>
        )}
      </Fact>
      <Fact word={text.givenBy}>{facts.givenBy}</Fact>
      <Fact word={text.due}>{facts.dueOn && <DueDay day={facts.dueOn} isOpen={isOpen} />}</Fact>
      <Fact word={text.priority}>{text.priorities[facts.priority]}</Fact>
    </>
  )
}

function TimeFacts({ facts: { startsAt, endsAt, direction } }: FactsProps) {
  const text = useAppText().activity
  const language = useLanguage()
  const minutes = startsAt && endsAt ? Math.round((Date.parse(endsAt) - Date.parse(startsAt)) / MINUTE_MS) : 0
  return (
    <>
      <Fact word={text.start}>
        {startsAt && (
          <>
            <time dateTime={startsAt}>{fullMoment(language, new Date(startsAt))}</time>
            {minutes > 0 && <span class="faint">{`\u00A0·\u00A0${text.lasted(minutes)}`}</span>}
          </>
        )}
      </Fact>
      <Fact word={text.direction}>{direction && text.directions[direction]}</Fact>
    </>
  )
}
