import type { RefObject } from 'preact'
import { useRef } from 'preact/hooks'

/** Moves the focus to the first field of a form that is marked as wrong, once it has been drawn so. */
export function useFaultyField(): [form: RefObject<HTMLFormElement | null>, focusFault: () => void] {
  const form = useRef<HTMLFormElement>(null)
  return [form, () => requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus())]
}
