import type { TargetedKeyboardEvent } from 'preact'
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks'

/** What a key does with the row (by its name) on which the focus stands. */
export type RowKeys = Record<string, (row: string) => void>

/**
 * Moves among rows with J and K (and the arrows) and does with one of them what a key stands for. From elsewhere on the
 * page J and K go to the first row; all else works only while the focus is in the list, so that no letter said or typed
 * elsewhere does anything. A row that goes away leaves the focus to the one that takes its place.
 */
export function useRowKeys(rows: string[], keys: RowKeys) {
  const list = useRef<HTMLUListElement>(null)
  const last = useRef(-1)

  const toggles = () => [...(list.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])]
  const focusAt = (index: number) => toggles()[index]?.focus()

  useLayoutEffect(() => {
    const isLost = document.activeElement === document.body || document.activeElement === null
    if (isLost && last.current >= 0) focusAt(Math.min(last.current, rows.length - 1))
  }, [rows.join('\n')])

  /** Asked anew each time: rows may have come above the one with the focus since it got it. */
  function noteRow({ target }: Event) {
    last.current = toggles().findIndex(toggle => toggle.closest('li')?.contains(target as Node))
  }

  function handleKey(event: TargetedKeyboardEvent<HTMLUListElement>) {
    if (event.ctrlKey || event.altKey || event.metaKey) return
    noteRow(event)
    const key = event.key.toLowerCase()
    const step = { j: 1, arrowdown: 1, k: -1, arrowup: -1 }[key]
    // Inside an opened row a letter would mean the one mail to the reader, and all of them to us.
    const isInside = (event.target as Element).closest('.triage-mails') !== null
    const row = isInside && key !== 'u' ? undefined : rows[last.current]
    if (step !== undefined) focusAt(Math.max(0, Math.min(last.current + step, rows.length - 1)))
    else if (row !== undefined && keys[key]) keys[key](row)
    else return
    event.preventDefault()
  }

  useEffect(() => {
    function enter(event: KeyboardEvent) {
      if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return
      if (!['j', 'k'].includes(event.key.toLowerCase()) || toggles().length === 0) return
      if (!(event.target instanceof Element) || list.current?.contains(event.target)) return
      if (
        event.target.closest('input:not([type=checkbox], [type=radio]), select, textarea') ||
        document.querySelector('dialog[open]')
      )
        return
      focusAt(0)
      event.preventDefault()
    }

    document.addEventListener('keydown', enter)
    return () => document.removeEventListener('keydown', enter)
  }, [])

  return { ref: list, onFocusIn: noteRow, onKeyDown: handleKey }
}
