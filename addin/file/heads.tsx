import { CalendarClock, Pin } from 'lucide'
import { useState } from 'preact/hooks'
import type { TaskRow } from '../../shared/activity.ts'
import type { Heads as HeadsAnswer } from '../../shared/heads.ts'
import type { ItemRow } from '../../shared/item.ts'
import type { FailureCode } from '../api/api-error.ts'
import { FailureNotice } from '../app/plain-pages.tsx'
import { useAppText } from '../app/surroundings.ts'
import type { Answer } from '../app/use-answer.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { useText } from '../ui/language.ts'
import type { MomentLook } from '../ui/moment.tsx'
import { TimelineRow } from '../ui/timeline-row.tsx'
import { toCome } from './to-come.ts'

interface HeadsProps {
  answer: Omit<Answer<Pick<HeadsAnswer, 'pinned' | 'upcoming' | 'tasks'>>, 'put'>
}

/** What stands above a timeline: what is pinned, and what is to come. Nobody shall take a failure for a day without meetings. */
export function Heads({ answer: { value: heads, failure, ask } }: HeadsProps) {
  const { heads: words, activity } = useAppText()
  const { upcoming } = useText().heads
  if (!heads) return failure ? <NoHeads failure={failure} onRetry={ask} /> : null
  const wordsOf = ({ acceptedAt, priority }: TaskRow) => [
    ...(priority === 'high' ? [`${activity.priority}: ${activity.priorities.high}`] : []),
    ...(acceptedAt ? [] : [activity.waitsForYes]),
  ]
  const { rows } = toCome(heads.upcoming, heads.tasks, { wordsOf })
  if (heads.pinned.length + rows.length === 0) return null
  return (
    <div class="heads">
      <Strip id="pinned" icon={Pin} title={words.pinned} rows={heads.pinned.map(item => ({ item, look: 'short' }))} />
      <Strip id="upcoming" icon={CalendarClock} title={upcoming} rows={rows} />
    </div>
  )
}

function NoHeads(props: { failure: FailureCode; onRetry: () => void }) {
  const text = useText().heads
  return (
    <section class="section" aria-labelledby="upcoming">
      <h2 id="upcoming">{text.upcoming}</h2>
      <FailureNotice {...props} />
    </section>
  )
}

interface StripProps {
  id: string
  icon: typeof Pin
  title: string
  rows: { item: ItemRow; look: MomentLook }[]
}

/** So many stand there unasked: the timeline is below. */
const FIRST = 20

function Strip({ id, icon, title, rows }: StripProps) {
  const { showMore } = useAppText()
  const [isOpen, setIsOpen] = useState(false)
  if (rows.length === 0) return null
  return (
    <section class="section" aria-labelledby={id}>
      <h2 id={id}>
        <Icon shape={icon} /> {title}
      </h2>
      <ul class="item-rows" aria-labelledby={id}>
        {(isOpen ? rows : rows.slice(0, FIRST)).map(({ item, look }) => (
          <TimelineRow key={item.id} item={item} look={look} />
        ))}
      </ul>
      {!isOpen && rows.length > FIRST && (
        <Button look="quiet" onClick={() => setIsOpen(true)}>
          {showMore}
        </Button>
      )}
    </section>
  )
}
