import { useState } from 'preact/hooks'
import type { Group, User } from '../../shared/user.ts'
import { TextField } from '../ui/field.tsx'
import { useAppText } from './surroundings.ts'

const SHOWN = 100

/** Users and groups that may be chosen. */
export interface Choices {
  users: User[]
  groups: Group[]
  /** Users whose account is disabled: they stay where they were chosen, and are not offered elsewhere. */
  former?: User[]
}

interface PeoplePickerProps {
  choices: Choices
  chosen: ReadonlySet<string>
  onChosen: (chosen: ReadonlySet<string>) => void
}

/** Chooses users and groups by ticking them; typing narrows the list. Those chosen when it opened stand first. */
export function PeoplePicker({ choices, chosen, onChosen }: PeoplePickerProps) {
  const {
    viewers: text,
    handOver: { gone },
  } = useAppText()
  const [words, setWords] = useState('')
  const [first] = useState(chosen)
  const groups = narrowed(choices.groups, words, first)
  const former = (choices.former ?? []).filter(user => first.has(user.id)).map(user => formerly(user, gone))
  const users = narrowed([...choices.users, ...former], words, first)

  function toggle(id: string) {
    const next = new Set(chosen)
    if (!next.delete(id)) next.add(id)
    onChosen(next)
  }

  return (
    <div class="picker">
      <TextField label={text.search} type="search" value={words} onValue={setWords} />
      <div class="choices">
        <Ticks legend={text.groups} rows={groups} chosen={chosen} onToggle={toggle} />
        <Ticks legend={text.users} rows={users} chosen={chosen} onToggle={toggle} />
        {groups.length + users.length === 0 && <p class="faint">{text.noneFound}</p>}
      </div>
    </div>
  )
}

interface Row {
  id: string
  name: string
  email?: string
}

interface TicksProps {
  legend: string
  rows: Row[]
  chosen: ReadonlySet<string>
  onToggle: (id: string) => void
}

function Ticks({ legend, rows, chosen, onToggle }: TicksProps) {
  if (rows.length === 0) return null
  return (
    <fieldset>
      <legend class="small faint">{legend}</legend>
      {rows.map(row => (
        <label key={row.id} class="check">
          <input type="checkbox" checked={chosen.has(row.id)} onChange={() => onToggle(row.id)} />
          <span>
            {row.name}
            {row.email && <span class="small faint"> {row.email}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  )
}

/** The names of those chosen, groups first, as far as they are known; a disabled account says so. */
export function namesOf(chosen: ReadonlySet<string>, { groups, users, former = [] }: Choices, gone: string): string[] {
  const rows: Row[] = [...groups, ...users, ...former.map(user => formerly(user, gone))]
  return rows.filter(({ id }) => chosen.has(id)).map(({ name }) => name)
}

function formerly(user: User, gone: string): User {
  return { ...user, name: `${user.name} (${gone})` }
}

function narrowed<Choice extends Row>(rows: Choice[], words: string, first: ReadonlySet<string>): Choice[] {
  const wanted = folded(words.trim())
  const fitting = rows.filter(row => folded(`${row.name} ${row.email ?? ''}`).includes(wanted))
  const [before, after] = [fitting.filter(row => first.has(row.id)), fitting.filter(row => !first.has(row.id))]
  return [...before, ...after].slice(0, SHOWN)
}

/** Lower case without diacritics, so that `zolw` finds `Żółw`. */
function folded(text: string): string {
  return text.toLowerCase().replaceAll('ł', 'l').normalize('NFD').replace(/\p{M}/gu, '')
}
