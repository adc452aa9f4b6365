import { useId } from 'preact/hooks'
import type { Lookup } from '../../shared/lookup.ts'
import { useText } from '../ui/language.ts'
import { PageLink } from '../ui/page-link.tsx'
import { TimelineRow } from '../ui/timeline-row.tsx'

type UpcomingProps = { contractorId: string; upcoming: NonNullable<Lookup['upcoming']> }

/** What is next with a contractor, to the minute. It comes with the timeline under it, which therefore stands still. */
export function Upcoming({ contractorId, upcoming: { items, more } }: UpcomingProps) {
  const text = useText().heads
  const headingId = useId()
  return (
    <section class="part upcoming" aria-labelledby={headingId}>
      <h3 id={headingId}>{text.upcoming}</h3>
      <ul class="rows">
        {items.map(item => (
          <TimelineRow key={item.id} item={item} look="exact" />
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
