import { useState } from 'preact/hooks'
import type { ItemRow } from '../../shared/item.ts'

/** The rows that a reader has ticked; off until he asks for it. */
export interface Selection {
  isOn: boolean
  ids: ReadonlySet<string>
  start: () => void
  end: () => void
  toggle: (id: string) => void
  put: (ids: string[]) => void
}

/** Keeps which rows are ticked; a row that leaves the list is ticked no longer. */
export function useSelection(rows: ItemRow[]): Selection {
  const [ticked, setTicked] = useState<ReadonlySet<string> | null>(null)
  const there = new Set(rows.map(row => row.id))
  const ids = new Set([...(ticked ?? [])].filter(id => there.has(id)))
  return {
    isOn: ticked !== null,
    ids,
    start: () => setTicked(new Set()),
    end: () => setTicked(null),
    put: wanted => setTicked(new Set(wanted.filter(id => there.has(id)))),
    toggle(id) {
      const next = new Set(ids)
      if (!next.delete(id) && there.has(id)) next.add(id)
      setTicked(next)
    },
  }
}
