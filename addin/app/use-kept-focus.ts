import { useLayoutEffect, useRef } from 'preact/hooks'

/**
 * Keeps the focus in a list whose rows may go away: it passes to the row that takes the place of the one that had it, or
 * to the list's frame, which takes these properties, when none is left.
 */
export function useKeptFocus<Frame extends HTMLElement>(rows: string[]) {
  const frame = useRef<Frame>(null)
  const last = useRef(-1)
  const items = () => [...(frame.current?.querySelectorAll('li') ?? [])]

  useLayoutEffect(() => {
    const isLost = document.activeElement === document.body || document.activeElement === null
    if (!isLost || last.current < 0) return
    const row = items()[Math.min(last.current, rows.length - 1)]
    const next = row?.querySelector('button') ?? frame.current
    next?.focus()
  }, [rows.join('\n')])

  return {
    ref: frame,
    tabIndex: -1,
    onFocusIn: ({ target }: Event) => {
      last.current = items().findIndex(item => item.contains(target as Node))
    },
  }
}
