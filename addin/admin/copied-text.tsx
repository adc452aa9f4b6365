import { CopyButton } from '../app/copy-button.tsx'
import { useWords } from '../app/surroundings.ts'
import { rollOutText } from '../text/roll-out.ts'

interface CopiedTextProps {
  label: string
  words: string
}

/** Words that somebody takes elsewhere as they are, with a button that copies them. */
export function CopiedText({ label, words }: CopiedTextProps) {
  const text = useWords(rollOutText).rollOut
  return (
    <figure class="copied-text" aria-label={label}>
      <figcaption class="small faint">{label}</figcaption>
      <pre>
        <code>{words}</code>
      </pre>
      <div class="buttons">
        <CopyButton words={words} label={text.copy} name={text.copyNamed(label)} />
      </div>
    </figure>
  )
}
