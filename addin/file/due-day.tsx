import { CalendarClock } from 'lucide'
import { useAppText } from '../app/surroundings.ts'
import { shortDay } from '../text/moment.ts'
import { Icon } from '../ui/icon.tsx'
import { useLanguage } from '../ui/language.ts'
import { dueState } from './due-state.ts'

interface DueDayProps {
  day: string
  isOpen: boolean
}

/** The day by which something is to be done; of what is open also whether that is today or past. */
export function DueDay({ day, isOpen }: DueDayProps) {
  const text = useAppText().activity
  const language = useLanguage()
  const state = isOpen ? dueState(day, new Date()) : 'later'
  return (
    <span class={`due ${state}`}>
      <time dateTime={day}>{shortDay(language, new Date(`${day}T00:00:00`))}</time>
      {state !== 'later' && (
        <span class="small">
          {' '}
          <Icon shape={CalendarClock} /> {state === 'late' ? text.overdue : text.today}
        </span>
      )}
    </span>
  )
}
