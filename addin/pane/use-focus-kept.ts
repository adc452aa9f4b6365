import type { RefObject } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { holdsFocus } from '../ui/use-return-focus.ts'

/**
 * Many an act in a part of the pane takes away the button that was pressed; whoever works by keyboard then stays in this
 * part, whose `amount` tells that something came or went, or is led on by `onGone` where the part itself went.
 */
export function useFocusKept<Found extends HTMLElement>(
  amount: number | string,
  onGone?: () => void,
): RefObject<Found | null> {
  const box = useRef<Found | null>(null)
  const before = useRef(amount)
  const hadFocus = box.current !== null && holdsFocus(box.current)

  useEffect(() => {
    const isLost = before.current !== amount && hadFocus
    before.current = amount
    if (!isLost) return
    if (!box.current) onGone?.()
    else if (!holdsFocus(box.current)) box.current.focus()
  }, [amount])

  return box
}
