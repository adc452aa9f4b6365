import { X } from 'lucide'
import { useState } from 'preact/hooks'
import type { Counts, Share } from '../../shared/finding.ts'
import { FailureNotice } from '../app/plain-pages.tsx'
import type { SearchAddress } from '../app/search-address.ts'
import { useAppText } from '../app/surroundings.ts'
import type { Answer } from '../app/use-answer.ts'
import { Icon } from '../ui/icon.tsx'
import { Late, Skeleton } from '../ui/skeleton.tsx'

/** Where there is room for them beside the finds; elsewhere they are folded. */
const WIDE = '(min-width: 68rem)'

interface SearchSharesProps {
  page: SearchAddress
  answer: Answer<Counts>
  onNarrow: (part: Partial<SearchAddress>) => void
}

/** How the finds are shared out among files, cases, people and years; a press narrows to one of them, another takes that back. */
export function SearchShares({ page, answer, onNarrow }: SearchSharesProps) {
  const text = useAppText().counts
  const [isOpen] = useState(() => matchMedia(WIDE).matches)
  const counts = answer.value
  const isEmpty = counts?.amount === 0 && !page.contractorId && !page.caseId && !page.personId
  if (isEmpty) return null
  if (!counts) {
    return (
      <div class="aside">
        {answer.failure ? (
          <FailureNotice failure={answer.failure} onRetry={answer.ask} />
        ) : (
          <SharesOnTheirWay isOpen={isOpen} />
        )}
      </div>
    )
  }
  const chosenYear = yearOf(page)
  const years = Object.entries(counts.years).map(([year, amount]) => ({ id: year, name: year, amount }))
  const narrowYear = (year: string) =>
    onNarrow(year ? { from: `${year}-01-01`, to: `${year}-12-31` } : { from: '', to: '' })
  return (
    <aside class="aside" aria-label={text.title}>
      <details class="find-shares" open={isOpen}>
        <summary>{text.title}</summary>
        {counts.isMore && <p class="small faint">{text.more}</p>}
        <Shares
          title={text.contractors}
          shares={withChosen(counts.contractors, page.contractorId, text.chosen.contractors)}
          chosen={page.contractorId}
          onChosen={contractorId => onNarrow({ contractorId, caseId: '', personId: '' })}
        />
        <Shares
          title={text.cases}
          shares={withChosen(counts.cases, page.caseId, text.chosen.cases)}
          chosen={page.caseId}
          onChosen={caseId => onNarrow({ caseId })}
        />
        <Shares
          title={text.people}
          shares={withChosen(counts.people, page.personId, text.chosen.people)}
          chosen={page.personId}
          onChosen={personId => onNarrow({ personId })}
        />
        <Shares title={text.years} shares={years.toReversed()} chosen={chosenYear} onChosen={narrowYear} />
      </details>
    </aside>
  )
}

function SharesOnTheirWay({ isOpen }: { isOpen: boolean }) {
  return (
    <Late>
      <Skeleton width="60%" />
      {isOpen && <Skeleton height="120px" />}
    </Late>
  )
}

interface SharesProps {
  title: string
  shares: Share[]
  chosen: string | undefined
  /** Called with nothing when the chosen one is pressed again. */
  onChosen: (id: string) => void
}

function Shares({ title, shares, chosen, onChosen }: SharesProps) {
  const text = useAppText().counts
  if (shares.length === 0) return null
  return (
    <section class="share-list">
      <h2 class="small">{title}</h2>
      <ul>
        {shares.map(({ id, name, amount }) => (
          <li key={id}>
            <button
              type="button"
              class="share"
              aria-pressed={id === chosen}
              title={id === chosen ? text.remove : name}
              onClick={() => onChosen(id === chosen ? '' : id)}
            >
              <span class="cut">{name}</span> {id === chosen && <Icon shape={X} />}
              <span class="number faint">{amount}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What was chosen stays there to be taken back, though nothing was found in it. */
function withChosen(shares: Share[], chosen: string | undefined, name: string): Share[] {
  if (!chosen || shares.some(({ id }) => id === chosen)) return shares
  return [{ id: chosen, name, amount: 0 }, ...shares]
}

/** The year that a period is, when it is just one. */
function yearOf({ from, to }: SearchAddress): string | undefined {
  const year = from?.slice(0, 4)
  return from === `${year}-01-01` && to === `${year}-12-31` ? year : undefined
}
