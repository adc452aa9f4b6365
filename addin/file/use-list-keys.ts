import { useEffect, useRef } from 'preact/hooks'

interface ListKeys {
  onSelect: (id: string) => void
  onFilters: () => void
}

/**
 * Moves among the rows of a list with J and K, ticks with X, goes to the search with / and to the filters with F. The keys
 * work anywhere on the page, also when a click on nothing has taken the focus away, but never while somebody types or a
 * dialog is open.
 */
export function useListKeys({ onSelect, onFilters }: ListKeys) {
  const list = useRef<HTMLElement>(null)

  function links(): HTMLElement[] {
    return [...(list.current?.querySelectorAll<HTMLElement>('.timeline-row .title') ?? [])]
  }

  function move(step: number) {
    const all = links()
    const now = all.findIndex(link => link.closest('li')?.contains(document.activeElement))
    all[now < 0 ? 0 : Math.max(0, Math.min(now + step, all.length - 1))]?.focus()
  }

  const acts: Record<string, () => void> = {
    j: () => move(1),
    k: () => move(-1),
    '/': () => list.current?.querySelector<HTMLInputElement>('input[type=search]')?.focus(),
    f: onFilters,
    x() {
      const row = document.activeElement?.closest<HTMLElement>('[data-item]')
      if (row?.dataset['item']) onSelect(row.dataset['item'])
    },
  }

  function handleKey(event: KeyboardEvent) {
    if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return
    if ((event.target as Element).closest('input:not([type=checkbox]), select, textarea')) return
    if (document.querySelector('dialog[open]')) return
    const act = acts[event.key.toLowerCase()]
    if (!act) return
    event.preventDefault()
    act()
  }

  const latest = useRef(handleKey)
  latest.current = handleKey
  useEffect(() => {
    const listen = (event: KeyboardEvent) => latest.current(event)
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [])

  return { ref: list }
}
