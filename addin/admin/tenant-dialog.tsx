import { useState } from 'preact/hooks'
import { type MicrosoftTenant, putMicrosoftTenant } from '../../shared/microsoft.ts'
import { call } from '../api/call.ts'
import { FormDialog } from '../app/form-dialog.tsx'
import { useAdminText, useSurroundings } from '../app/surroundings.ts'
import { useDeed } from '../app/use-deed.ts'
import { TextField } from '../ui/field.tsx'

interface TenantDialogProps {
  /** The tenant that gets another secret; null to connect a new one. */
  tenant: MicrosoftTenant | null
  onClose: () => void
  onConnected: () => void
}

const tenantPattern = /^[A-Za-z0-9.-]{1,255}$/
const clientPattern = /^[A-Za-z0-9-]{1,100}$/

/** Takes down what the registration of the application shows. The secret is never shown again. */
export function TenantDialog({ tenant, onClose, onConnected }: TenantDialogProps) {
  const text = useAdminText().microsoft
  const { host } = useSurroundings()
  const [draft, setDraft] = useState({
    tenant: tenant?.tenant ?? '',
    clientId: tenant?.clientId ?? '',
    clientSecret: '',
  })
  const [faults, setFaults] = useState<Partial<typeof draft>>({})
  const deed = useDeed(async () => {
    await call(host, putMicrosoftTenant, { body: trimmed(draft) })
    onConnected()
  })
  const field = (name: keyof typeof draft) => ({
    label: text[name],
    value: draft[name],
    failure: faults[name],
    autocomplete: 'off',
    onValue: (value: string) => {
      setDraft({ ...draft, [name]: value })
      setFaults({ ...faults, [name]: '' })
    },
  })

  function check() {
    const { tenant: name, clientId, clientSecret } = trimmed(draft)
    const found = {
      ...(!tenantPattern.test(name) && { tenant: text.tenantWrong }),
      ...(!clientPattern.test(clientId) && { clientId: text.clientIdWrong }),
      ...(clientSecret === '' && { clientSecret: text.clientSecretMissing }),
    }
    setFaults(found)
    return Object.keys(found).length === 0
  }

  return (
    <FormDialog title={text.connectTitle} button={text.connectButton} deed={deed} check={check} onClose={onClose}>
      <p class="small faint">{text.connectLead}</p>
      <TextField {...field('tenant')} hint={text.tenantHint} maxLength={255} />
      <TextField {...field('clientId')} maxLength={100} />
      <TextField
        {...field('clientSecret')}
        type="password"
        autocomplete="new-password"
        hint={text.clientSecretHint}
        maxLength={1000}
      />
    </FormDialog>
  )
}

function trimmed<Draft extends Record<string, string>>(draft: Draft): Draft {
  return Object.fromEntries(Object.entries(draft).map(([name, value]) => [name, value.trim()])) as Draft
}
