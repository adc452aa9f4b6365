import type { RefObject } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'

/**
 * For something that opens and closes again, such as a form in place of a button: when it goes and takes the focus with
 * it, the focus returns to where it was before. Put the answer on the outermost element.
 */
export function useReturnFocus<Found extends HTMLElement>(): RefObject<Found | null> {
  const box = useRef<Found | null>(null)

  useLayoutEffect(() => {
    const element = box.current
    if (!element) return
    const before = focusNear(element)
    return () => {
      if (!holdsFocus(element) || !(before instanceof HTMLElement)) return
      queueMicrotask(() => before.isConnected && before.focus())
    }
  }, [])

  return box
}

/** Whether the focus is in an element. Asked before the element changes: afterwards nobody can tell a lost focus from one in another window. */
export function holdsFocus(element: HTMLElement): boolean {
  const focused = focusNear(element)
  return focused !== null && element.contains(focused)
}

function focusNear(element: HTMLElement): Element | null {
  const root: Node & Partial<DocumentOrShadowRoot> = element.getRootNode()
  return root.activeElement ?? null
}
