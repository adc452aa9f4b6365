import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'
import { changeFilingSettings, type FilingSettings } from '../../shared/setting.ts'
import { call } from '../api/call.ts'
import { FailureNotice } from '../app/plain-pages.tsx'
import { useAdminText, useSurroundings } from '../app/surroundings.ts'
import { useDeed } from '../app/use-deed.ts'
import { useFaultyField } from '../app/use-faulty-field.ts'
import { Button } from '../ui/button.tsx'
import { useToast } from '../ui/toast.tsx'

/** What the forms of the settings are given. */
export interface SettingProps {
  settings: FilingSettings
  onSaved: (settings: FilingSettings) => void
}

interface SettingFormProps extends Pick<SettingProps, 'onSaved'> {
  title: string
  lead: string
  /** What is to be saved. */
  change: Partial<FilingSettings>
  /** Marks what is wrong, and answers whether all is well. */
  check?: () => boolean
  children: ComponentChildren
}

/** One part of the settings, saved by itself. */
export function SettingForm({ title, lead, change, check, onSaved, children }: SettingFormProps) {
  const { filingSettings: text, save } = useAdminText()
  const { host } = useSurroundings()
  const toast = useToast()
  const id = useId()
  const [form, focusFault] = useFaultyField()
  const deed = useDeed(async () => {
    onSaved(await call(host, changeFilingSettings, { body: change }))
    toast({ message: text.saved })
  })

  function handleSubmit(event: SubmitEvent) {
    event.preventDefault()
    if (check && !check()) focusFault()
    else deed.run()
  }

  return (
    <section class="section" aria-labelledby={id}>
      <div>
        <h2 id={id}>{title}</h2>
        <p class="small faint">{lead}</p>
      </div>
      <form ref={form} class="form" aria-labelledby={id} noValidate onSubmit={handleSubmit}>
        {children}
        {deed.failure && <FailureNotice failure={deed.failure} />}
        <div class="buttons">
          <Button type="submit" busy={deed.isBusy} aria-label={`${save}: ${title}`}>
            {save}
          </Button>
        </div>
      </form>
    </section>
  )
}
