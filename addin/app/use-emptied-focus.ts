import { useLayoutEffect, useRef } from 'preact/hooks'

/** A list whose last row was put away by its own button leaves the focus on nothing; it then goes to the page's heading. */
export function useEmptiedFocus(count: number) {
  const before = useRef(count)
  useLayoutEffect(() => {
    const isEmptied = before.current > 0 && count === 0
    if (isEmptied && document.activeElement === document.body) document.querySelector<HTMLElement>('h1')?.focus()
    before.current = count
  }, [count])
}
