import { useEffect, useState } from 'preact/hooks'
import type { ItemRow } from '../../shared/item.ts'
import { readThreads } from '../../shared/many-items.ts'
import { call } from '../api/call.ts'
import { useSurroundings } from '../app/surroundings.ts'

const MOST_AT_ONCE = 200

/** In which conversation the mails among these rows stand; asked only while the rows are grouped by that. */
export function useThreads(rows: ItemRow[], isOn: boolean): ReadonlyMap<string, string> {
  const { host } = useSurroundings()
  const [known, setKnown] = useState<ReadonlyMap<string, string>>(new Map())
  const missing = rows.filter(({ id, kind }) => kind.startsWith('mail-') && !known.has(id)).map(({ id }) => id)
  const asked = isOn ? missing.slice(0, MOST_AT_ONCE).join(' ') : ''

  useEffect(() => {
    if (asked === '') return
    let isCurrent = true
    const itemIds = asked.split(' ')
    call(host, readThreads, { body: { itemIds } }).then(
      ({ items }) => {
        const found = new Map(items.map(({ itemId, threadId }) => [itemId, threadId]))
        // A mail without an answer stands for itself, or it would be asked for again and again.
        const entries = itemIds.map((id): [string, string] => [id, found.get(id) ?? id])
        if (isCurrent) setKnown(before => new Map([...before, ...entries]))
      },
      // Rows that cannot be put together stand one by one.
      () => undefined,
    )
    return () => {
      isCurrent = false
    }
  }, [asked])

  return known
}
