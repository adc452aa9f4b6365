import { Check, Copy } from 'lucide'
import { useState } from 'preact/hooks'
import { doorText } from '../text/door.ts'
import { Button } from '../ui/button.tsx'
import { useWords } from './surroundings.ts'

interface CopyButtonProps {
  words: string
  label: string
  /** What it is called where several stand on one page. */
  name?: string
}

/** Puts words on the clipboard, and says so. */
export function CopyButton({ words, label, name }: CopyButtonProps) {
  const { copied } = useWords(doorText).door
  const [hasCopied, setHasCopied] = useState(false)

  async function handleClick() {
    await navigator.clipboard.writeText(words).then(
      () => setHasCopied(true),
      // Closed to pages without TLS; the words stand on the page to be selected.
      () => undefined,
    )
  }

  return (
    <>
      <Button icon={hasCopied ? Check : Copy} aria-label={name} onClick={() => void handleClick()}>
        {label}
      </Button>
      <span role="status">{hasCopied && copied}</span>
    </>
  )
}
