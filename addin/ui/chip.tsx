import { Briefcase } from 'lucide'
import type { CaseChip } from '../../shared/item.ts'
import { Icon } from './icon.tsx'
import { PageLink } from './page-link.tsx'

type ChipsProps<Value extends string> = {
  /** What the chips choose, for screen readers. */
  label: string
  options: readonly { value: Value; label: string }[]
  value: Value
  onValue: (value: Value) => void
}

/** A row of chips of which exactly one is on. */
export function Chips<Value extends string>({ label, options, value, onValue }: ChipsProps<Value>) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as one wrapping line in every mail program.
    <div class="chips" role="group" aria-label={label}>
      {options.map(option => (
        <button
          key={option.value}
          type="button"
          class="chip"
          aria-pressed={option.value === value}
          onClick={() => onValue(option.value)}
        >
          {option.label}
        </button>
      ))}
    </div>
  )
}

type CaseTagProps = { case: CaseChip }

/** A case as a small tag that leads to its page. */
export function CaseTag({ case: { id, reference, title } }: CaseTagProps) {
  return (
    <PageLink path={`/#/cases/${id}`} class="case-tag" title={title}>
      <span class="tag">
        <Icon shape={Briefcase} />
        <span class="cut">{reference}</span>
      </span>
    </PageLink>
  )
}
