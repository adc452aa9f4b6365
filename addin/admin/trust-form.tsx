import { TriangleAlert } from 'lucide'
import { useState } from 'preact/hooks'
import { useAdminText } from '../app/surroundings.ts'
import { Icon } from '../ui/icon.tsx'
import { LinesField, linesOf } from './lines-field.tsx'
import { SettingForm, type SettingProps } from './setting-form.tsx'

const MOST = 20
const serverName = /^[A-Za-z0-9._:-]{1,253}$/

/** Whose findings about senders are believed. */
export function TrustForm({ settings, onSaved }: SettingProps) {
  const text = useAdminText().filingSettings
  const [borders, setBorders] = useState(settings.borders.join('\n'))
  const [tenant, setTenant] = useState(settings.tenant)
  const [fault, setFault] = useState<string>()
  const lines = linesOf(borders)

  function check() {
    const wrong = lines.find(line => !serverName.test(line))
    const found = wrong ? text.bordersWrong(wrong) : lines.length > MOST ? text.bordersMany : undefined
    setFault(found)
    return found === undefined
  }

  return (
    <SettingForm
      title={text.trust}
      lead={text.trustLead}
      change={{ borders: lines, tenant }}
      check={check}
      onSaved={onSaved}
    >
      <LinesField
        label={text.borders}
        hint={text.bordersHint}
        failure={fault}
        value={borders}
        onValue={value => {
          setBorders(value)
          setFault(undefined)
        }}
      />
      <label class="check">
        <input type="checkbox" checked={tenant} onChange={event => setTenant(event.currentTarget.checked)} />
        {text.tenant}
      </label>
      {settings.borders.length === 0 && !settings.tenant && (
        <p class="setting-warning">
          <Icon shape={TriangleAlert} />
          {text.noBorder}
        </p>
      )}
    </SettingForm>
  )
}
