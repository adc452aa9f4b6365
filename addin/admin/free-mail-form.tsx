import { useState } from 'preact/hooks'
import { readAddress } from '../../shared/address.ts'
import { freeMailDomains } from '../../shared/free-mail-domains.ts'
import { useAdminText } from '../app/surroundings.ts'
import { LinesField, linesOf } from './lines-field.tsx'
import { SettingForm, type SettingProps } from './setting-form.tsx'

/** Mail services open to everyone: those that we know, and the administrators' own. */
export function FreeMailForm({ settings, onSaved }: SettingProps) {
  const text = useAdminText().filingSettings
  const [domains, setDomains] = useState(settings.freeMailDomains.join('\n'))
  const [fault, setFault] = useState<string>()
  const lines = linesOf(domains).map(line => line.replace(/^@/, ''))

  function check() {
    const wrong = lines.find(line => !readAddress(`@${line}`))
    setFault(wrong && text.freeMailWrong(wrong))
    return wrong === undefined
  }

  return (
    <SettingForm
      title={text.freeMail}
      lead={text.freeMailLead}
      change={{ freeMailDomains: lines }}
      check={check}
      onSaved={changed => {
        setDomains(changed.freeMailDomains.join('\n'))
        onSaved(changed)
      }}
    >
      <LinesField
        label={text.freeMailField}
        hint={text.freeMailHint}
        failure={fault}
        value={domains}
        onValue={value => {
          setDomains(value)
          setFault(undefined)
        }}
      />
      <details>
        <summary>{text.freeMailKnown(freeMailDomains.size)}</summary>
        <p class="small faint known-domains">
          {[...freeMailDomains].sort((one, other) => one.localeCompare(other)).join(', ')}
        </p>
      </details>
    </SettingForm>
  )
}
