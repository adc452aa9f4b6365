import { Check, ShieldCheck, ShieldX, X } from 'lucide'
import type { Verdict } from '../../shared/teaching.ts'
import { Button } from '../ui/button.tsx'
import { useText } from '../ui/language.ts'

type TeachButtonsProps = {
  /** The file and case in question, in words. */
  place: string
  contractor: string
  /** Of whom *always* and *never* may be said; null where no rule about him may be made. */
  sender: string | null
  onTeach: (verdict: Verdict) => void
}

const icons = { right: Check, wrong: X, always: ShieldCheck, never: ShieldX }

/** What a person may say about a filing that was not a person's: right or wrong here, always or never for its sender. */
export function TeachButtons({ place, contractor, sender, onTeach }: TeachButtonsProps) {
  const text = useText().teach
  const meaning: Record<Verdict, string> = {
    right: text.rightFor(place),
    wrong: text.wrongFor(place),
    always: text.alwaysFor(sender ?? '', contractor),
    never: text.neverFor(sender ?? '', contractor),
  }
  const pairs: Verdict[][] = [['right', 'wrong'], ...(sender ? [['always', 'never'] as Verdict[]] : [])]
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as one wrapping line in every mail program.
    <div class="teach" role="group" aria-label={text.question}>
      <span class="small faint">{text.question}</span>
      {pairs.map(pair => (
        <span key={pair[0]} class="teach-pair">
          {pair.map(verdict => (
            <Button
              key={verdict}
              look="quiet"
              icon={icons[verdict]}
              title={meaning[verdict]}
              aria-label={`${text[verdict]}: ${meaning[verdict]}`}
              onClick={() => onTeach(verdict)}
            >
              {text[verdict]}
            </Button>
          ))}
        </span>
      ))}
    </div>
  )
}
