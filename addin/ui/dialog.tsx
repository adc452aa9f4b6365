import { X } from 'lucide'
import type { ComponentChildren } from 'preact'
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { Button } from './button.tsx'
import { useText } from './language.ts'
import { Notice } from './notice.tsx'
import { keepDraft } from './unsaved.ts'

const FIELD = 'header + div :is(input:not([type=hidden]), select, textarea):not(:disabled)'

type DialogProps = {
  title: string
  onClose: () => void
  children: ComponentChildren
}

/**
 * A modal dialog; it is open while it is rendered. The focus begins in its first field, Esc, the cross and the
 * browser's back button close it, twice where words were typed that would be lost, and the focus goes back where it was.
 */
export function Dialog({ title, onClose, children }: DialogProps) {
  const text = useText()
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  const isTyped = useRef(false)
  const isGone = useRef(false)
  const [isAsking, setIsAsking] = useState(false)

  function mayBeLost() {
    if (!isTyped.current || isAsking) return true
    setIsAsking(true)
    return false
  }

  function leave() {
    if (mayBeLost()) onClose()
  }

  useLayoutEffect(() => keepDraft({ isWritten: () => isTyped.current, mayBeLost }))

  useLayoutEffect(() => {
    const element = dialog.current
    const before = (element?.getRootNode() as Document | ShadowRoot | undefined)?.activeElement
    element?.showModal()
    const stop = element && beginInField(element)
    return () => {
      stop?.()
      isGone.current = true
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
      onInput={({ target }) => {
        isTyped.current ||= isWritten(target)
        setIsAsking(false)
      }}
      onCancel={event => {
        event.preventDefault()
        leave()
      }}
      // A browser asks only once before it closes by itself.
      onClose={() => isGone.current || onClose()}
    >
      <header>
        <h2 id={id}>{title}</h2>
        <Button look="bare" icon={X} aria-label={text.close} onClick={leave} />
      </header>
      <div>
        {children}
        {isAsking && <Notice>{text.notSaved}</Notice>}
      </div>
    </dialog>
  )
}

/** Whether it is something that was written, and not looked for or chosen. */
function isWritten(target: EventTarget | null): boolean {
  if (target instanceof HTMLTextAreaElement) return true
  return target instanceof HTMLInputElement && target.type === 'text' && target.role !== 'combobox'
}

/** The platform begins with the cross, from where nobody wants to type. Fields may come later; then whoever has moved on by himself is left alone. */
function beginInField(dialog: HTMLElement): () => void {
  const cross = dialog.querySelector('button')
  const look = () => {
    const field = dialog.querySelector<HTMLElement>(FIELD)
    if (field && cross?.matches(':focus')) field.focus()
    if (field) observer.disconnect()
  }
  const observer = new MutationObserver(look)
  observer.observe(dialog, { childList: true, subtree: true })
  look()
  return () => observer.disconnect()
}
