import { useCaseText } from '../ui/case-text.ts'

/** Whether a thing shows as where it lies, or to chosen people. */
export type Mode = 'inherit' | 'own'

interface ModeFieldProps {
  mode: Mode
  /** What inheriting is called here, and what that means. */
  words: [name: string, hint: string]
  onMode: (mode: Mode) => void
  /** What is chosen here, in words to be seen, where no title says it already. */
  legend?: string
}

/** The choice between inheriting and people of its own. */
export function ModeField({ mode, words: [name, hint], onMode, legend }: ModeFieldProps) {
  const text = useCaseText().viewers
  return (
    <fieldset>
      <legend class={legend ? 'small faint' : 'unseen'}>{legend ?? text.mode}</legend>
      <label class="check">
        <input type="radio" name="mode" checked={mode === 'inherit'} onChange={() => onMode('inherit')} />
        <span>
          {name}
          <span class="small faint mode-hint">{hint}</span>
        </span>
      </label>
      <label class="check">
        <input type="radio" name="mode" checked={mode === 'own'} onChange={() => onMode('own')} />
        {text.own}
      </label>
    </fieldset>
  )
}
