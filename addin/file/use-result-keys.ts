import type { RefObject } from 'preact'
import { useEffect } from 'preact/hooks'

/** Keys of a page of results: / goes to its search field, J and K (and the arrows) from result to result, Enter opens as on any link. */
export function useResultKeys(root: RefObject<HTMLElement | null>) {
  useEffect(() => {
    function handleKey(event: KeyboardEvent) {
      if (event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented) return
      const field = root.current?.querySelector<HTMLInputElement>('input[type="search"]')
      const isTyping = event.target instanceof Element && event.target.matches('input, select, textarea')
      if (event.key === '/' && !isTyping) field?.focus()
      else if (
        !(isTyping
          ? step(event, ['ArrowDown'], event.target === field)
          : step(event, ['j', 'k', 'ArrowDown', 'ArrowUp'], true))
      )
        return
      event.preventDefault()
    }

    /** Moves among the results by one of the keys; false where the key means something else. */
    function step({ key }: KeyboardEvent, keys: string[], isOurs: boolean): boolean {
      if (!isOurs || !keys.includes(key)) return false
      const results = [
        ...(root.current?.querySelectorAll<HTMLElement>(
          '.item-rows a.title, .contractor-rows a, .task-rows .row-link',
        ) ?? []),
      ]
      const place = results.indexOf(document.activeElement as HTMLElement)
      // The arrows scroll the page until a result has the focus.
      if (place < 0 && key.startsWith('Arrow') && !(document.activeElement instanceof HTMLInputElement)) return false
      const next = key === 'k' || key === 'ArrowUp' ? place - 1 : place + 1
      results[Math.max(0, Math.min(next, results.length - 1))]?.focus()
      return results.length > 0
    }

    document.addEventListener('keydown', handleKey)
    return () => document.removeEventListener('keydown', handleKey)
  }, [])
}
