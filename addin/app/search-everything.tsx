import { Search } from 'lucide'
import { useEffect, useState } from 'preact/hooks'
import { Icon } from '../ui/icon.tsx'
import { linkTo } from './page-link.ts'
import { useAppText } from './surroundings.ts'
import { go } from './visit.ts'

interface SearchEverythingProps {
  /** The words of the search on screen. */
  words: string
}

/** The field that searches everywhere, on every page. */
export function SearchEverything({ words }: SearchEverythingProps) {
  const text = useAppText().navigation
  const [q, setQ] = useState(words)
  useEffect(() => setQ(words), [words])

  function handleSubmit(event: SubmitEvent) {
    event.preventDefault()
    go(linkTo({ name: 'search', q: q.trim() }))
  }

  return (
    <search>
      <form class="search-everything" onSubmit={handleSubmit}>
        <Icon shape={Search} />
        <input
          type="search"
          class="input"
          aria-label={text.searchLabel}
          placeholder={text.searchLabel}
          maxLength={200}
          value={q}
          onInput={event => setQ(event.currentTarget.value)}
        />
      </form>
    </search>
  )
}
