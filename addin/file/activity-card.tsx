import type { ActivityFacts } from '../../shared/activity-facts.ts'
import type { Item } from '../../shared/item.ts'
import { linkTo } from '../app/page-link.ts'
import { useAppText } from '../app/surroundings.ts'
import { fullMoment } from '../text/moment.ts'
import { useLanguage } from '../ui/language.ts'
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
  const {
    activity: text,
    item: { noTitle },
  } = useAppText()
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
              <a href={linkTo({ name: 'item', itemId: item.madeFrom.id })}>{item.madeFrom.title || noTitle}</a>
            )}
          </Fact>
        </dl>
        {facts.note ? <p class="item-text">{facts.note}</p> : <p class="faint">{text.noNote}</p>}
      </section>
      <ActivityHistory activityId={item.objectId} history={facts.history} onChanged={onChanged} />
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
