import { useId, useState } from 'preact/hooks'
import { spellPattern, troubleOf, writeReference } from '../../shared/reference-pattern.ts'
import { changeReferenceSettings, type ReferenceSettings } from '../../shared/reference-setting.ts'
import { call } from '../api/call.ts'
import { FailureNotice } from '../app/plain-pages.tsx'
import { useAdminText, useSurroundings } from '../app/surroundings.ts'
import { useDeed } from '../app/use-deed.ts'
import { useFaultyField } from '../app/use-faulty-field.ts'
import { Button } from '../ui/button.tsx'
import { TextField } from '../ui/field.tsx'
import { useToast } from '../ui/toast.tsx'

interface ReferencePartProps {
  settings: ReferenceSettings
  onSaved: (settings: ReferenceSettings) => void
}

/** How references of new cases look. */
export function ReferencePart({ settings, onSaved }: ReferencePartProps) {
  const text = useAdminText().references
  const id = useId()
  return (
    <section class="section" aria-labelledby={id}>
      <div>
        <h2 id={id}>{text.title}</h2>
        <p class="small faint">{text.lead}</p>
      </div>
      <PatternForm settings={settings} labelledby={id} onSaved={onSaved} />
    </section>
  )
}

interface PatternFormProps extends ReferencePartProps {
  labelledby: string
}

function PatternForm({ settings, labelledby, onSaved }: PatternFormProps) {
  const { references: text, save } = useAdminText()
  const { host } = useSurroundings()
  const toast = useToast()
  const [written, setWritten] = useState(settings.pattern)
  const [form, focusFault] = useFaultyField()
  const pattern = spellPattern(written)
  const trouble = troubleOf(pattern, settings.used)
  const earlier = settings.used.filter(one => one !== settings.pattern)
  const deed = useDeed(async () => {
    const changed = await call(host, changeReferenceSettings, { body: { pattern } })
    setWritten(changed.pattern)
    onSaved(changed)
    toast({ message: text.saved })
  })

  function handleSubmit(event: SubmitEvent) {
    event.preventDefault()
    if (trouble) focusFault()
    else deed.run()
  }

  return (
    <form ref={form} class="form" aria-labelledby={labelledby} noValidate onSubmit={handleSubmit}>
      <TextField
        label={text.pattern}
        hint={text.hint}
        maxLength={60}
        value={written}
        onValue={setWritten}
        failure={trouble ? text.troubles[trouble] : undefined}
      />
      <p role="status">{!trouble && text.preview(writeReference(pattern, new Date().getFullYear(), 17))}</p>
      {earlier.length > 0 && (
        <p class="small faint">
          {text.earlier}: {earlier.join(', ')}
        </p>
      )}
      {deed.failure && <FailureNotice failure={deed.failure} />}
      <div class="buttons">
        <Button type="submit" busy={deed.isBusy} aria-label={`${save}: ${text.title}`}>
          {save}
        </Button>
      </div>
    </form>
  )
}
