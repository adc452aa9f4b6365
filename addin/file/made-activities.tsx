import type { MadeActivity } from '../../shared/made-activity.ts'
import { linkTo } from '../app/page-link.ts'
import { useAppText } from '../app/surroundings.ts'
import { KindIcon } from '../ui/kind-icon.tsx'
import { Moment } from '../ui/moment.tsx'
import { DueDay } from './due-day.tsx'
import './activity.css'

interface MadeActivitiesProps {
  activities: MadeActivity[]
  /** In whose file the mail lies; the name is said only of what lies elsewhere. */
  contractorId: string | null
}

/** What was made of a mail: the calls, meetings, tasks and notes, with how far the tasks are. */
export function MadeActivities({ activities, contractorId }: MadeActivitiesProps) {
  const text = useAppText().activity
  return (
    <section class="section" aria-labelledby="made-activities">
      <h2 id="made-activities">{text.made}</h2>
      <ul class="made-rows" aria-labelledby="made-activities">
        {activities.map(one => (
          <Row key={one.itemId} activity={one} isElsewhere={one.contractorId !== contractorId} />
        ))}
      </ul>
    </section>
  )
}

function Row({ activity, isElsewhere }: { activity: MadeActivity; isElsewhere: boolean }) {
  const text = useAppText().activity
  const { state, dueOn, startsAt } = activity
  const isOpen = state === 'new' || state === 'in-progress'
  return (
    <li>
      <KindIcon kind={activity.kind} />
      <div>
        <a href={linkTo({ name: 'item', itemId: activity.itemId })}>{activity.title}</a>
        <p class="small faint">
          {state && <span>{text.states[state]}</span>}
          {activity.assigneeName && <span>{activity.assigneeName}</span>}
          {startsAt && <Moment at={startsAt} look="exact" />}
          {isElsewhere && activity.contractorName && <span>{activity.contractorName}</span>}
        </p>
      </div>
      {dueOn && <DueDay day={dueOn} isOpen={isOpen} />}
    </li>
  )
}
