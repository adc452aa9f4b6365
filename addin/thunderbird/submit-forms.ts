/**
 * Lets the pane's forms be submitted inside a mail. Thunderbird shows mails in a sandbox without `allow-forms`, where
 * the browser ends a submission before it fires `submit` (HTML, "form submission algorithm", step 3); so we fire it.
 */
export function submitForms(root: ShadowRoot): void {
  root.addEventListener('click', event => {
    const button = (event.target as Element | null)?.closest<HTMLButtonElement>('button')
    if (!button?.form || button.type !== 'submit' || event.defaultPrevented) return
    event.preventDefault()
    submit(button.form, button)
  })
  root.addEventListener('keydown', event => {
    const { key, target, isComposing, defaultPrevented } = event as KeyboardEvent
    if (key !== 'Enter' || isComposing || defaultPrevented || !(target instanceof HTMLInputElement) || !target.form)
      return
    event.preventDefault()
    submit(target.form, target.form.querySelector<HTMLButtonElement>('button:not([type=button]):not(:disabled)'))
  })
}

function submit(form: HTMLFormElement, submitter: HTMLElement | null): void {
  if (!form.noValidate && !form.reportValidity()) return
  form.dispatchEvent(new SubmitEvent('submit', { bubbles: true, cancelable: true, submitter }))
}
