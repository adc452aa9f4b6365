import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { useText } from '../ui/language.ts'
import { useReturnFocus } from '../ui/use-return-focus.ts'

const AFTER_MS = 250

type TimelineSearchProps = { onWords: (words: string) => void; onCancel: () => void }

/** Looks for words in one file: in mails, documents and notes, while they are typed. */
export function TimelineSearch({ onWords, onCancel }: TimelineSearchProps) {
  const text = useText()
  const [words, setWords] = useState('')
  const told = useRef('')
  const box = useReturnFocus<HTMLDivElement>()
  const latest = useRef(onWords)
  latest.current = onWords

  useLayoutEffect(() => box.current?.querySelector('input')?.focus(), [box])
  useEffect(() => {
    const timer = setTimeout(() => {
      if (told.current === words.trim()) return
      told.current = words.trim()
      latest.current(told.current)
    }, AFTER_MS)
    return () => clearTimeout(timer)
  }, [words])

  return (
    <div ref={box} class="timeline-search">
      <input
        class="input"
        type="search"
        aria-label={text.timeline.search}
        placeholder={text.timeline.search}
        maxLength={200}
        value={words}
        onInput={event => setWords(event.currentTarget.value)}
        onKeyDown={event => event.key === 'Escape' && onCancel()}
      />
    </div>
  )
}
