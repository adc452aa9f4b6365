import type { Kind } from '../../shared/kind.ts'
import type { SearchAddress } from '../app/search-address.ts'
import { useAppText } from '../app/surroundings.ts'
import { KindChips } from './kind-chips.tsx'

interface SearchFiltersProps {
  page: SearchAddress
  /** How many finds there are of each kind, as soon as they are counted. */
  amounts: Partial<Record<Kind, number>> | undefined
  onNarrow: (part: Partial<SearchAddress>) => void
}

/** Kind, period, attachment and order of the finds. */
export function SearchFilters({ page, amounts, onNarrow }: SearchFiltersProps) {
  const text = useAppText().finding
  const { kinds = [], attachment, order } = page
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset's legend would stand on a line of its own
    <div class="search-filters" role="group" aria-label={text.filters}>
      <KindChips chosen={kinds} amounts={amounts} onChosen={chosen => onNarrow({ kinds: chosen })} />
      <div class="search-narrow">
        <Day label={text.from} day={page.from} onDay={from => onNarrow({ from })} />
        <Day label={text.to} day={page.to} onDay={to => onNarrow({ to })} />
        <button
          type="button"
          class="chip"
          aria-pressed={attachment ?? false}
          onClick={() => onNarrow({ attachment: !attachment })}
        >
          {text.attachment}
        </button>
        {/* biome-ignore lint/a11y/useSemanticElements: as above */}
        <div class="chips" role="group" aria-label={text.order}>
          <button
            type="button"
            class="chip"
            aria-pressed={order !== 'newest'}
            onClick={() => onNarrow({ order: 'best' })}
          >
            {text.best}
          </button>
          <button
            type="button"
            class="chip"
            aria-pressed={order === 'newest'}
            onClick={() => onNarrow({ order: 'newest' })}
          >
            {text.newest}
          </button>
        </div>
      </div>
    </div>
  )
}

interface DayProps {
  label: string
  day: string | undefined
  onDay: (day: string) => void
}

function Day({ label, day, onDay }: DayProps) {
  return (
    <label class="search-choice">
      <span class="small faint">{label}</span>
      <input type="date" class="input" value={day ?? ''} onChange={event => onDay(event.currentTarget.value)} />
    </label>
  )
}
