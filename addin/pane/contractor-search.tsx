import type { TargetedKeyboardEvent } from 'preact'
import { useEffect, useId, useLayoutEffect, useState } from 'preact/hooks'
import { type ContractorRow, listContractors } from '../../shared/contractor.ts'
import { showNip } from '../../shared/tax-id.ts'
import { type FailureCode, failureOf } from '../api/api-error.ts'
import { call } from '../api/call.ts'
import type { MailHost } from '../host/mail-host.ts'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { useText } from '../ui/language.ts'
import { useReturnFocus } from '../ui/use-return-focus.ts'
import { useHost } from './host-context.ts'

const PAUSE_MS = 150
const MOST = 8

type Found = Pick<ContractorRow, 'id' | 'name'> & Partial<ContractorRow>

type ContractorSearchProps = {
  /** What picking does, such as "Dodaj do kontrahenta". */
  label: string
  onPick: (contractor: Found) => void
  /** Offered before anything is typed. */
  offered?: Found[]
  /** True where it opens in answer to a press of a button. */
  takesFocus?: boolean
  onCancel?: () => void
}

/** Finds a contractor by name, NIP, address or domain; arrows choose, Enter takes, Esc leaves. */
export function ContractorSearch({ label, onPick, offered = [], takesFocus, onCancel }: ContractorSearchProps) {
  const text = useText()
  const id = useId()
  const [words, setWords] = useState('')
  const [active, setActive] = useState(0)
  const box = useReturnFocus<HTMLElement>()
  useLayoutEffect(() => {
    if (takesFocus) box.current?.querySelector('input')?.focus()
  }, [box, takesFocus])
  const { found, kept, failure } = useFound(useHost(), words.trim())
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
      <SearchField label={label} words={words} onWords={handleWords} list={list} />
      <div id={id} class="options" role="listbox" aria-label={label} hidden={rows.length === 0}>
        {rows.map((row, index) => (
          <Option key={row.id} id={`${id}-${index}`} row={row} active={index === active} onPick={onPick} />
        ))}
      </div>
      <p class="small faint" role="status">
        {failure && text.failure[failure]}
        {found?.length === 0 && text.search.nothing(words.trim())}
      </p>
      {onCancel && (
        <Button look="quiet" onClick={onCancel}>
          {text.cancel}
        </Button>
      )}
    </search>
  )
}

type SearchFieldProps = {
  label: string
  words: string
  onWords: (words: string) => void
  list: { id: string; isOpen: boolean; activeId: string | undefined }
}

function SearchField({ label, words, onWords, list }: SearchFieldProps) {
  const text = useText()
  return (
    <Field label={label}>
      {names => (
        <input
          {...names}
          type="search"
          class="input"
          // biome-ignore lint/a11y/noRedundantRoles: only a field with a datalist is a combobox by itself.
          role="combobox"
          list={undefined}
          autocomplete="off"
          placeholder={text.search.hint}
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

type OptionProps = { id: string; row: Found; active: boolean; onPick: (row: Found) => void }

function Option({ id, row, active, onPick }: OptionProps) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are handled by the field that keeps the focus.
    <div id={id} role="option" tabIndex={-1} aria-selected={active} class="option" onClick={() => onPick(row)}>
      <span class="cut">{row.name}</span>
      <span class="small faint cut">
        {[row.nip && `NIP ${showNip(row.nip)}`, row.city].filter(Boolean).join(' · ')}
      </span>
    </div>
  )
}

/** What fits the words typed so far; undefined until the answer about exactly these words is there. */
function useFound(host: MailHost, words: string) {
  const [answer, setAnswer] = useState<{ words: string; items: ContractorRow[] }>()
  const [failure, setFailure] = useState<FailureCode | null>(null)

  useEffect(() => {
    setFailure(null)
    if (!words) return
    let current = true
    const timer = setTimeout(() => {
      call(host, listContractors, { querystring: { q: words, limit: MOST } }).then(
        ({ items }) => current && setAnswer({ words, items }),
        error => current && setFailure(failureOf(error)),
      )
    }, PAUSE_MS)
    return () => {
      current = false
      clearTimeout(timer)
    }
  }, [host, words])

  return { found: answer?.words === words ? answer.items : undefined, kept: answer?.items, failure }
}
