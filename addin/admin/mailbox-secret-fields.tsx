import type { MicrosoftTenant } from '../../shared/microsoft.ts'
import { useAdminText } from '../app/surroundings.ts'
import { Field, TextField } from '../ui/field.tsx'
import { ChoiceField, optionsOf } from './choice-field.tsx'
import type { MailboxDraft, MailboxFaults } from './mailbox-draft.ts'

interface MailboxSecretFieldsProps {
  draft: MailboxDraft
  faults: MailboxFaults
  tenants: MicrosoftTenant[]
  onChange: (part: Partial<MailboxDraft>) => void
}

/** How one signs in to a mailbox, with what, and by whom its server is vouched for. */
export function MailboxSecretFields({ draft, faults, tenants, onChange }: MailboxSecretFieldsProps) {
  const text = useAdminText().mailboxes
  const [first] = tenants
  return (
    <>
      <ChoiceField
        label={text.signIn}
        options={optionsOf(text.signIns).filter(({ value }) => first || value !== 'microsoft')}
        value={draft.signIn}
        onValue={signIn =>
          onChange({ signIn, password: '', tenantId: signIn === 'microsoft' ? (first?.id ?? '') : '' })
        }
      />
      {draft.signIn === 'microsoft' ? (
        <ChoiceField
          label={text.tenant}
          hint={text.tenantHint}
          failure={faults.tenantId}
          options={tenants.map(({ id, tenant }) => ({ value: id, label: tenant }))}
          value={draft.tenantId}
          onValue={tenantId => onChange({ tenantId })}
        />
      ) : (
        <TextField
          label={draft.signIn === 'token' ? text.token : text.password}
          failure={faults.password}
          type="password"
          autocomplete="new-password"
          maxLength={8000}
          value={draft.password}
          onValue={next => onChange({ password: next })}
        />
      )}
      <details open={draft.authority !== ''}>
        <summary>{text.authorityOpen}</summary>
        <Field label={text.authority} hint={text.authorityHint} failure={faults.authority}>
          {names => (
            <textarea
              {...names}
              class="input"
              rows={4}
              maxLength={40_000}
              spellcheck={false}
              placeholder="-----BEGIN CERTIFICATE-----"
              value={draft.authority}
              onInput={event => onChange({ authority: event.currentTarget.value })}
            />
          )}
        </Field>
      </details>
    </>
  )
}
