import { useState } from 'preact/hooks'
import { changeProvider, createProvider, type Provider } from '../../shared/sign-in-provider.ts'
import { call } from '../api/call.ts'
import { FormDialog } from '../app/form-dialog.tsx'
import { useAdminText, useSurroundings } from '../app/surroundings.ts'
import { useDeed } from '../app/use-deed.ts'
import { TextField } from '../ui/field.tsx'
import { useToast } from '../ui/toast.tsx'
import { isMicrosofts, NestedSteps } from './nested-steps.tsx'

interface ProviderDialogProps {
  /** The provider to change, or null for a new one. */
  provider: Provider | null
  onClose: () => void
  onSaved: () => void
}

type Name = 'name' | 'issuer' | 'clientId' | 'clientSecret'
type Draft = Record<Name, string>

/** Sets a provider up, or changes it; its issuer stays, for another issuer knows other people. */
export function ProviderDialog({ provider, onClose, onSaved }: ProviderDialogProps) {
  const text = useAdminText().ways
  const { host } = useSurroundings()
  const toast = useToast()
  const [draft, setDraft] = useState<Draft>(draftOf(provider))
  const [faults, setFaults] = useState<Name[]>([])
  const deed = useDeed(async () => {
    const { issuer, ...change } = trimmed(draft)
    if (provider) {
      const { clientSecret, ...rest } = change
      const body = { ...rest, ...(clientSecret && { clientSecret }) }
      await call(host, changeProvider, { params: { providerId: provider.id }, body })
    } else await call(host, createProvider, { body: { issuer, ...change } })
    onSaved()
    toast({ message: text.saved })
    onClose()
  })

  function check() {
    const found = faultsOf(draft, provider)
    setFaults(found)
    return found.length === 0
  }

  const field = (name: Name, words: { label: string; hint?: string; wrong?: string }) => (
    <TextField
      label={words.label}
      hint={words.hint}
      type={name === 'clientSecret' ? 'password' : 'text'}
      autocomplete="off"
      value={draft[name]}
      failure={faults.includes(name) ? (words.wrong ?? text.missing) : undefined}
      onValue={value => setDraft({ ...draft, [name]: value })}
    />
  )
  const title = provider ? text.editNamed(provider.name) : text.add
  return (
    <FormDialog title={title} button={text.button} deed={deed} check={check} onClose={onClose}>
      {field('name', { label: text.name })}
      {!provider && field('issuer', { label: text.issuer, hint: text.issuerHint, wrong: text.issuerWrong })}
      {field('clientId', { label: text.clientId })}
      {field('clientSecret', { label: text.clientSecret, ...(provider && { hint: text.secretKept }) })}
      {isMicrosofts(provider?.issuer ?? draft.issuer) && <NestedSteps clientId={draft.clientId} />}
    </FormDialog>
  )
}

function draftOf(provider: Provider | null): Draft {
  const { name = '', issuer = '', clientId = '' } = provider ?? {}
  return { name, issuer, clientId, clientSecret: '' }
}

function trimmed({ name, issuer, clientId, clientSecret }: Draft): Draft {
  return { name: name.trim(), issuer: issuer.trim(), clientId: clientId.trim(), clientSecret: clientSecret.trim() }
}

/** A secret belongs to its client, so another client needs its own. */
function faultsOf(draft: Draft, provider: Provider | null): Name[] {
  const { name, issuer, clientId, clientSecret } = trimmed(draft)
  const faults: Name[] = []
  if (!name) faults.push('name')
  if (!/^https?:\/\/./.test(issuer)) faults.push('issuer')
  if (!clientId) faults.push('clientId')
  if (!clientSecret && clientId !== provider?.clientId) faults.push('clientSecret')
  return faults
}
