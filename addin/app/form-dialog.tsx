import type { ComponentChildren } from 'preact'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { useText } from '../ui/language.ts'
import { FailureNotice } from './plain-pages.tsx'
import type { Deed } from './use-deed.ts'
import { useFaultyField } from './use-faulty-field.ts'

interface FormDialogProps {
  title: string
  /** What the button says that does it. */
  button: string
  deed: Deed
  /** Marks what is wrong, and answers whether all is well. */
  check?: () => boolean
  onClose: () => void
  children: ComponentChildren
}

/** A dialog with one form. What is wrong is marked before the server is asked, and the focus goes there. */
export function FormDialog({ title, button, deed, check, onClose, children }: FormDialogProps) {
  const { cancel } = useText()
  const [form, focusFault] = useFaultyField()

  function handleSubmit(event: SubmitEvent) {
    event.preventDefault()
    if (check && !check()) focusFault()
    else deed.run()
  }

  return (
    <Dialog title={title} onClose={onClose}>
      <form ref={form} class="form" onSubmit={handleSubmit} noValidate>
        {children}
        {deed.failure && <FailureNotice failure={deed.failure} />}
        <div class="buttons">
          <Button type="submit" look="primary" busy={deed.isBusy}>
            {button}
          </Button>
          <Button onClick={onClose}>{cancel}</Button>
        </div>
      </form>
    </Dialog>
  )
}
