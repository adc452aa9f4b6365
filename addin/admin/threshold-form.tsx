import { useState } from 'preact/hooks'
import { useAdminText } from '../app/surroundings.ts'
import { useLanguage } from '../ui/language.ts'
import { ChoiceField, optionsOf } from './choice-field.tsx'
import { SettingForm, type SettingProps } from './setting-form.tsx'

/** From which likelihood the only open case and habit file instead of suggesting. */
export function ThresholdForm({ settings, onSaved }: SettingProps) {
  const text = useAdminText().filingSettings
  const language = useLanguage()
  const kept = settings.threshold === null ? 'never' : String(settings.threshold)
  const [value, setValue] = useState(kept)
  const named = optionsOf<string>(text.thresholds)
  const percent = new Intl.NumberFormat(language, { style: 'percent' }).format(settings.threshold ?? 0)
  // A figure that somebody has set past this page is kept until another is chosen.
  const options = kept in text.thresholds ? named : [...named, { value: kept, label: text.otherThreshold(percent) }]
  return (
    <SettingForm
      title={text.threshold}
      lead={text.thresholdLead}
      change={{ threshold: value === 'never' ? null : Number(value) }}
      onSaved={onSaved}
    >
      <ChoiceField label={text.threshold} options={options} value={value} onValue={setValue} />
    </SettingForm>
  )
}
