import { useId } from 'preact/hooks'
import type { LeaverPart, LeftBehind } from '../../shared/leaver.ts'
import { useAdminText } from '../app/surroundings.ts'
import './leaver-parts.css'

interface LeaverPartsProps {
  left: LeftBehind
  offered: LeaverPart[]
  chosen: LeaverPart[]
  isChecked: boolean
  onChosen: (chosen: LeaverPart[]) => void
}

/** What is to be handed over, each part with how much it is and what that means for the one who gets it. */
export function LeaverParts({ left, offered, chosen, isChecked, onChosen }: LeaverPartsProps) {
  const text = useAdminText().leavers
  const id = useId()
  const isMissing = isChecked && chosen.length === 0
  const toggled = (part: LeaverPart) =>
    chosen.includes(part) ? chosen.filter(other => other !== part) : [...chosen, part]
  const amountOf = (part: LeaverPart) => (part === 'mailboxes' ? left.mailboxes.length : left[part])
  return (
    <fieldset class="choices" aria-describedby={isMissing ? `${id}-fault` : undefined}>
      <legend class="small faint">{text.what}</legend>
      {offered.map(part => (
        <div key={part} class="leaver-part">
          <label class="check">
            <input
              type="checkbox"
              checked={chosen.includes(part)}
              aria-describedby={`${id}-${part}`}
              aria-invalid={isMissing || undefined}
              onChange={() => onChosen(toggled(part))}
            />
            {text.parts[part](amountOf(part))}
          </label>
          <p id={`${id}-${part}`} class="small faint">
            {text.hints[part]}
            {part === 'mailboxes' && ` ${left.mailboxes.join(', ')}.`}
          </p>
        </div>
      ))}
      {isMissing && (
        <p id={`${id}-fault`} class="small wrong">
          {text.missingParts}
        </p>
      )}
    </fieldset>
  )
}
