import { useId, useLayoutEffect } from 'preact/hooks'
import type { FormFrameProps } from '../app/form-frame.ts'
import { useFaultyField } from '../app/use-faulty-field.ts'
import { Button } from '../ui/button.tsx'
import { useText } from '../ui/language.ts'
import { Notice } from '../ui/notice.tsx'
import { useReturnFocus } from '../ui/use-return-focus.ts'

/** A form in its place in the pane: beside a mail there is no page that a dialog could stand over. */
export function InlineForm({ title, button, deed, check, onClose, children }: FormFrameProps) {
  const text = useText()
  const id = useId()
  const [form, focusFault] = useFaultyField()
  const box = useReturnFocus<HTMLDivElement>()
  useLayoutEffect(() => box.current?.querySelector<HTMLElement>('input, select')?.focus(), [box])

  function handleSubmit(event: SubmitEvent) {
    event.preventDefault()
    if (check && !check()) focusFault()
    else deed.run()
  }

  return (
    <div ref={box}>
      <form
        ref={form}
        class="card stack"
        aria-labelledby={id}
        noValidate
        onSubmit={handleSubmit}
        onKeyDown={event => {
          if (event.key !== 'Escape') return
          event.stopPropagation()
          onClose()
        }}
      >
        <h4 id={id}>{title}</h4>
        {children}
        {deed.failure && <Notice>{text.failure[deed.failure]}</Notice>}
        <div class="actions">
          <Button type="submit" look="primary" busy={deed.isBusy}>
            {button}
          </Button>
          <Button look="quiet" onClick={onClose}>
            {text.cancel}
          </Button>
        </div>
      </form>
    </div>
  )
}
