import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { useText } from '../ui/language.ts'
import type { FormFrameProps } from './form-frame.ts'
import { FailureNotice } from './plain-pages.tsx'
import { useFaultyField } from './use-faulty-field.ts'

/** A dialog with one form. What is wrong is marked before the server is asked, and the focus goes there. */
export function FormDialog({ title, button, deed, check, onClose, children }: FormFrameProps) {
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
