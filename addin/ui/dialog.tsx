import { X } from 'lucide'
import type { ComponentChildren } from 'preact'
import { useId, useLayoutEffect, useRef } from 'preact/hooks'
import { Button } from './button.tsx'
import { useText } from './language.ts'

type DialogProps = {
  title: string
  onClose: () => void
  children: ComponentChildren
}

/** A modal dialog; it is open while it is rendered. Esc and the cross close it, the focus goes back where it was. */
export function Dialog({ title, onClose, children }: DialogProps) {
  const text = useText()
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)

  useLayoutEffect(() => {
    const element = dialog.current
    const before = (element?.getRootNode() as Document | ShadowRoot | undefined)?.activeElement
    element?.showModal()
    return () => {
      element?.close()
      // The element is gone by now, and with it the platform's memory of who had the focus.
      if (before instanceof HTMLElement) before.focus()
    }
  }, [])

  return (
    <dialog
      ref={dialog}
      class="dialog"
      aria-labelledby={id}
      onCancel={event => {
        event.preventDefault()
        onClose()
      }}
    >
      <header>
        <h2 id={id}>{title}</h2>
        <Button look="bare" icon={X} aria-label={text.close} onClick={onClose} />
      </header>
      <div>{children}</div>
    </dialog>
  )
}
