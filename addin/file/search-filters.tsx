import type { ItemRow } from '../../shared/item.ts'
import type { SearchAddress } from '../app/search-address.ts'
import { useAppText } from '../app/surroundings.ts'
import { KindChips } from './kind-chips.tsx'

interface SearchFiltersProps {
  page: SearchAddress
  /** What is shown: its contractors are offered. */
  rows: ItemRow[]
  onNarrow: (part: Partial<SearchAddress>) => void
}

/** Kind, contractor, period, attachment and order of the finds. */
export function SearchFilters({ page, rows, onNarrow }: SearchFiltersProps) {
  const text = useAppText().finding
  const { kinds = [], attachment, order } = page
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset's legend would stand on a line of its own
    <div class="search-filters" role="group" aria-label={text.filters}>
      <KindChips chosen={kinds} onChosen={chosen => onNarrow({ kinds: chosen })} />
      <div class="search-narrow">
        <ContractorChoice page={page} rows={rows} onNarrow={onNarrow} />
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

/** The contractors of the rows on screen, and the chosen one. */
function ContractorChoice({ page, rows, onNarrow }: SearchFiltersProps) {
  const text = useAppText().finding
  const names = new Map(rows.map(row => [row.contractorId ?? '', row.contractorName ?? '']))
  names.delete('')
  const chosen = page.contractorId ?? ''
  // A file in which nothing was found stays chosen, though no row names it.
  if (chosen !== '' && !names.has(chosen)) names.set(chosen, '…')
  return (
    <label class="search-choice">
      <span class="small faint">{text.contractor}</span>
      <select class="input" value={chosen} onChange={event => onNarrow({ contractorId: event.currentTarget.value })}>
        <option value="">{text.anyContractor}</option>
        {[...names].map(([id, name]) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
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
