import { Search } from 'lucide'
import { useEffect, useRef, useState } from 'preact/hooks'
import { useSettled } from '../app/use-settled.ts'
import { Icon } from '../ui/icon.tsx'

interface SearchFieldProps {
  label: string
  placeholder?: string
  /** The words that the address holds. */
  words: string
  /** Called when the typing pauses. */
  onWords: (words: string) => void
}

/** A field that searches while one types. */
export function SearchField({ label, placeholder, words, onWords }: SearchFieldProps) {
  const [typed, setTyped] = useState(words)
  const settled = useSettled(typed)
  const told = useRef(words)

  // The address may change from outside, by the browser's back button or a cleared filter.
  useEffect(() => {
    if (words !== told.current) setTyped(words)
    told.current = words
  }, [words])

  useEffect(() => {
    const wanted = settled.trim()
    if (wanted === told.current) return
    told.current = wanted
    onWords(wanted)
  }, [settled])

  return (
    <search class="search-field">
      <Icon shape={Search} />
      <input
        type="search"
        class="input"
        aria-label={label}
        placeholder={placeholder ?? label}
        maxLength={200}
        value={typed}
        onInput={event => setTyped(event.currentTarget.value)}
      />
    </search>
  )
}
