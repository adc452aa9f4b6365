import type { Kind } from '../../shared/kind.ts'
import { useAppText } from '../app/surroundings.ts'
import { useKindWord, useOfferedKinds } from '../ui/document-types.ts'

interface KindChipsProps {
  chosen: Kind[]
  onChosen: (kinds: Kind[]) => void
  /** Those that there are to choose from; all when not named. */
  offered?: Kind[] | undefined
  /** How many there are of each, where that was counted. */
  amounts?: Partial<Record<Kind, number>> | undefined
}

/** Chips that narrow a timeline to some kinds; none chosen means all. */
export function KindChips({ chosen, onChosen, offered, amounts }: KindChipsProps) {
  const wordOf = useKindWord()
  const words = useAppText().timeline
  const there = useOfferedKinds()
  // What is chosen stays on show, to be taken back, though it may be hidden by now.
  const shown = [...there, ...chosen.filter(kind => !there.includes(kind))].filter(
    kind => offered?.includes(kind) ?? true,
  )
  const toggled = (kind: Kind) =>
    shown.filter(other => (other === kind ? !chosen.includes(kind) : chosen.includes(other)))
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset's legend would stand on a line of its own
    <div class="chips kinds" role="group" aria-label={words.filter}>
      <button type="button" class="chip" aria-pressed={chosen.length === 0} onClick={() => onChosen([])}>
        {words.all}
      </button>
      {shown.map(kind => (
        <button
          key={kind}
          type="button"
          class="chip"
          aria-pressed={chosen.includes(kind)}
          onClick={() => onChosen(toggled(kind))}
        >
          {wordOf(kind)} {amounts?.[kind] && <span class="chip-amount">{amounts[kind]}</span>}
        </button>
      ))}
    </div>
  )
}
