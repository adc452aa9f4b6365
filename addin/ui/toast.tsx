import { Undo2, X } from 'lucide'
import { type ComponentChildren, createContext } from 'preact'
import { useCallback, useContext, useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { Button } from './button.tsx'
import { useText } from './language.ts'
import { holdsFocus } from './use-return-focus.ts'

const TOAST_MS = 10_000

/** A short message about what was just done, with a way back where there is one. */
export interface Toast {
  message: string
  onUndo?: () => void
  /** Called once when the toast leaves without having been undone. */
  onEnd?: () => void
}

const ToastContext = createContext<(toast: Toast) => void>(() => undefined)

/** How to show a toast. It replaces the one before. */
export function useToast(): (toast: Toast) => void {
  return useContext(ToastContext)
}

type ToastsProps = { children: ComponentChildren }

/** Everything below can show toasts; they stand at the lower edge and are spoken without moving the focus. */
export function Toasts({ children }: ToastsProps) {
  const [toast, setToast] = useState<Toast | null>(null)
  const current = useRef<Toast | null>(null)

  const replace = useCallback((next: Toast | null) => {
    const before = current.current
    current.current = next
    setToast(next)
    before?.onEnd?.()
  }, [])
  const undo = useCallback(() => {
    const undone = current.current
    current.current = null
    setToast(null)
    undone?.onUndo?.()
  }, [])
  useEffect(() => endWithPage(() => replace(null)), [replace])
  const isUndoable = toast?.onUndo !== undefined
  const region = useRef<HTMLDivElement>(null)
  useEffect(() => (isUndoable && region.current ? undoByKey(region.current, undo) : undefined), [isUndoable, undo])

  return (
    <ToastContext.Provider value={replace}>
      {children}
      <div ref={region} class="toast-region" role="status">
        {toast && <ToastBox key={toast.message} toast={toast} onUndo={undo} onClose={() => replace(null)} />}
      </div>
    </ToastContext.Provider>
  )
}

type ToastBoxProps = { toast: Toast; onUndo: () => void; onClose: () => void }

function ToastBox({ toast, onUndo, onClose }: ToastBoxProps) {
  const text = useText()
  const [held, setHeld] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  const before = useRef<EventTarget | null>(null)

  // Whoever came to it by keyboard goes back to where he came from.
  useLayoutEffect(() => {
    const element = box.current
    return () => {
      const { current } = before
      if (element && holdsFocus(element) && current instanceof HTMLElement) queueMicrotask(() => current.focus())
    }
  }, [])

  // Whoever points at it or stands in it is reading it (WCAG 2.2.1).
  useEffect(() => {
    if (held) return
    const timer = setTimeout(onClose, TOAST_MS)
    return () => clearTimeout(timer)
  }, [held, onClose])

  return (
    <div
      ref={box}
      class="toast"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocusIn={({ relatedTarget, currentTarget }) => {
        setHeld(true)
        if (!currentTarget.contains(relatedTarget as Node | null)) before.current = relatedTarget
      }}
      onFocusOut={() => setHeld(false)}
    >
      <span>{toast.message}</span>
      {toast.onUndo && (
        <Button look="quiet" icon={Undo2} aria-keyshortcuts="Control+Z Meta+Z" title="Ctrl+Z" onClick={onUndo}>
          {text.undo}
        </Button>
      )}
      <Button look="bare" icon={X} aria-label={text.close} onClick={onClose} />
    </div>
  )
}

/**
 * The toast stands last on the page, and its ten seconds are too short to walk there by Tab. In a field the keys undo what
 * was typed, as everywhere. Beside a mail in Thunderbird all of ours is in one shadow root: only there is it seen what has
 * the keys, and those of the mail are left alone.
 */
function undoByKey(region: HTMLElement, undo: () => void): () => void {
  const root = region.getRootNode()
  function handleKey(event: Event) {
    if (!(event instanceof KeyboardEvent) || event.defaultPrevented || event.shiftKey || event.altKey) return
    const isUndo = event.key.toLowerCase() === 'z' && (event.ctrlKey || event.metaKey)
    if (!isUndo || isTyped(event.target) || isBehindDialog(region)) return
    event.preventDefault()
    undo()
  }
  root.addEventListener('keydown', handleKey)
  return () => root.removeEventListener('keydown', handleKey)
}

function isTyped(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return target.type !== 'checkbox' && target.type !== 'radio'
  return target instanceof Element && target.closest('textarea, [contenteditable]') !== null
}

function isBehindDialog(region: HTMLElement): boolean {
  const dialog = region.ownerDocument.querySelector('dialog[open]')
  return dialog !== null && !dialog.contains(region)
}

/** What waits for the end of a toast must not be lost when the page goes away before. */
function endWithPage(end: () => void): () => void {
  globalThis.addEventListener('pagehide', end)
  return () => {
    globalThis.removeEventListener('pagehide', end)
    end()
  }
}
