import type { TargetedKeyboardEvent } from 'preact'
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { type FailureCode, failureOf } from '../api/api-error.ts'
import { Button } from './button.tsx'
import { Field } from './field.tsx'
import { useText } from './language.ts'
import { useReturnFocus } from './use-return-focus.ts'

const PAUSE_MS = 150
const LONGEST = 200

type Find<Row> = (words: string) => Promise<Row[]>

interface SearchBoxProps<Row> {
  /** What picking does, such as "Dodaj do kontrahenta". */
  label: string
  /** What may be typed. */
  hint: string
  /** Said of a field in which nothing was picked. */
  failure?: string | undefined
  find: Find<Row>
  /** What a row says: its name, and what tells it from others of that name. */
  wordsOf: (row: Row) => [name: string, detail: string]
  /** Said when nothing fits. */
  nothing: (words: string) => string
  onPick: (row: Row) => void
  /** Offered before anything is typed. */
  offered?: Row[]
  /** True where it opens in answer to a press of a button. */
  takesFocus?: boolean | undefined
  onCancel?: (() => void) | undefined
}

/** Finds one thing by what is typed; arrows choose, Enter takes, Esc leaves. */
export function SearchBox<Row extends { id: string }>(props: SearchBoxProps<Row>) {
  const { label, hint, failure: fault, find, wordsOf, nothing, onPick, offered = [], takesFocus, onCancel } = props
  const text = useText()
  const id = useId()
  const [words, setWords] = useState('')
  const [active, setActive] = useState(0)
  const box = useReturnFocus<HTMLElement>()
  useLayoutEffect(() => {
    if (takesFocus) box.current?.querySelector('input')?.focus()
  }, [box, takesFocus])
  const { found, kept, failure } = useFound(find, words.trim())
  // The rows of the words before stay in view, but Enter must not take one of them.
  const rows = (words.trim() ? (found ?? kept) : offered) ?? []
  const picked = words.trim() && !found ? undefined : rows[active]

  function handleKey(event: TargetedKeyboardEvent<HTMLElement>) {
    if (event.key === 'ArrowDown') setActive(Math.min(active + 1, rows.length - 1))
    else if (event.key === 'ArrowUp') setActive(Math.max(active - 1, 0))
    else if (event.key === 'Enter') picked && onPick(picked)
    else if (event.key === 'Escape' && onCancel) onCancel()
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  function handleWords(next: string) {
    setWords(next)
    setActive(0)
  }

  const list = { id, isOpen: rows.length > 0, activeId: rows[active] ? `${id}-${active}` : undefined }
  return (
    <search ref={box} class="search" onKeyDown={handleKey}>
      <SearchField label={label} hint={hint} failure={fault} words={words} onWords={handleWords} list={list} />
      <div id={id} class="options" role="listbox" aria-label={label} hidden={rows.length === 0}>
        {rows.map((row, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are handled by the field that keeps the focus.
          <div
            key={row.id}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            class="option"
            onClick={() => onPick(row)}
          >
            <span class="cut">{wordsOf(row)[0]}</span> <span class="small faint cut">{wordsOf(row)[1]}</span>
          </div>
        ))}
      </div>
      <p class="small faint" role="status">
        {failure && text.failure[failure]}
        {found?.length === 0 && nothing(words.trim())}
      </p>
      {onCancel && (
        <Button look="quiet" onClick={onCancel}>
          {text.cancel}
        </Button>
      )}
    </search>
  )
}

interface SearchFieldProps {
  label: string
  hint: string
  failure: string | undefined
  words: string
  onWords: (words: string) => void
  list: { id: string; isOpen: boolean; activeId: string | undefined }
}

function SearchField({ label, hint, failure, words, onWords, list }: SearchFieldProps) {
  return (
    <Field label={label} failure={failure}>
      {names => (
        <input
          {...names}
          type="search"
          class="input"
          // biome-ignore lint/a11y/noRedundantRoles: only a field with a datalist is a combobox by itself.
          role="combobox"
          list={undefined}
          autocomplete="off"
          maxLength={LONGEST}
          placeholder={hint}
          aria-expanded={list.isOpen}
          aria-controls={list.id}
          aria-autocomplete="list"
          aria-activedescendant={list.activeId}
          value={words}
          onInput={event => onWords(event.currentTarget.value)}
        />
      )}
    </Field>
  )
}

/** What fits the words typed so far; undefined until the answer about exactly these words is there. */
function useFound<Row>(find: Find<Row>, words: string) {
  const [answer, setAnswer] = useState<{ words: string; items: Row[] }>()
  const [failure, setFailure] = useState<FailureCode | null>(null)
  const latest = useRef(find)
  latest.current = find

  useEffect(() => {
    setFailure(null)
    if (!words) return
    let current = true
    const timer = setTimeout(() => {
      latest.current(words).then(
        items => current && setAnswer({ words, items }),
        error => current && setFailure(failureOf(error)),
      )
    }, PAUSE_MS)
    return () => {
      current = false
      clearTimeout(timer)
    }
  }, [words])

  return { found: answer?.words === words ? answer.items : undefined, kept: answer?.items, failure }
}
