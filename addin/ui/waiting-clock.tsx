import { Clock } from 'lucide'
import type { Heads } from '../../shared/heads.ts'
import type { Text } from '../text/pl.ts'
import { Icon } from './icon.tsx'
import { useText } from './language.ts'
import { PageLink } from './page-link.tsx'

const HOUR_MS = 3_600_000
const HOURS_OF_DAY = 24

/** Who owes an answer, and for how long; it leads to the mail that waits. */
export function WaitingClock({ waiting }: Pick<Heads, 'waiting'>) {
  const text = useText().heads
  if (!waiting) return null
  const words = text.waiting[waiting.who](longSince(text, waiting.since))
  return (
    <PageLink class={`waiting-clock small ${waiting.who}`} path={`/#/items/${waiting.itemId}`} title={words}>
      <Icon shape={Clock} /> <span class="cut">{words}</span>
    </PageLink>
  )
}

function longSince(text: Text['heads'], since: string): string {
  const hours = Math.max(0, Math.floor((Date.now() - Date.parse(since)) / HOUR_MS))
  if (hours === 0) return text.underAnHour
  return hours < HOURS_OF_DAY ? text.hours(hours) : text.days(Math.floor(hours / HOURS_OF_DAY))
}
