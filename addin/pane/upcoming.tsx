import { useId } from 'preact/hooks'
import type { Lookup } from '../../shared/lookup.ts'
import { useText } from '../ui/language.ts'
import { PageLink } from '../ui/page-link.tsx'
import { TimelineRow } from '../ui/timeline-row.tsx'
import { useAhead } from './use-ahead.ts'

type UpcomingProps = { contractorId: string; lookup: Lookup }

/** What is next with a contractor, meetings to the minute and tasks by their day. It comes with the timeline under it, which therefore stands still. */
export function Upcoming({ contractorId, lookup }: UpcomingProps) {
  const text = useText().heads
  const { rows, more } = useAhead(lookup)
  const headingId = useId()
  if (rows.length === 0) return null
  return (
    <section class="part upcoming" aria-labelledby={headingId}>
      <h3 id={headingId}>{text.upcoming}</h3>
      <ul class="rows">
        {rows.map(({ item, look }) => (
          <TimelineRow key={item.id} item={item} look={look} />
        ))}
      </ul>
      {more > 0 && (
        <PageLink path={`/#/contractors/${contractorId}`} class="more small">
          {text.more(more)}
        </PageLink>
      )}
    </section>
  )
}
