import { useState } from 'preact/hooks'
import { createAccessToken, type Scope, scopes } from '../../shared/access-token.ts'
import { call } from '../api/call.ts'
import { CopyButton } from '../app/copy-button.tsx'
import { FormDialog } from '../app/form-dialog.tsx'
import { useAdminText, useSurroundings } from '../app/surroundings.ts'
import { useDeed } from '../app/use-deed.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Field, TextField } from '../ui/field.tsx'

const spans = [30, 90, 180, 365]

interface NewTokenDialogProps {
  onClose: () => void
  onCreated: () => void
}

/** Makes a token for a program, then shows it, this once. */
export function NewTokenDialog({ onClose, onCreated }: NewTokenDialogProps) {
  const text = useAdminText().myAccount
  const { host } = useSurroundings()
  const [draft, setDraft] = useState<TokenDraft>({ name: '', scopes: ['read'], days: 90 })
  const [isNameless, setIsNameless] = useState(false)
  const [token, setToken] = useState<string>()
  const deed = useDeed(async () => {
    setToken((await call(host, createAccessToken, { body: { ...draft, name: draft.name.trim() } })).token)
    onCreated()
  })

  function check() {
    setIsNameless(draft.name.trim() === '')
    return draft.name.trim() !== ''
  }

  if (token) return <TokenDialog token={token} onClose={onClose} />
  return (
    <FormDialog title={text.newToken} button={text.newToken} deed={deed} check={check} onClose={onClose}>
      <TextField
        label={text.tokenName}
        maxLength={100}
        autocomplete="off"
        value={draft.name}
        failure={isNameless ? text.tokenNameMissing : undefined}
        onValue={name => setDraft({ ...draft, name })}
      />
      <ScopeTicks chosen={draft.scopes} onChosen={chosen => setDraft({ ...draft, scopes: chosen })} />
      <Field label={text.days}>
        {names => (
          <select
            {...names}
            class="input"
            value={draft.days}
            onChange={event => setDraft({ ...draft, days: Number(event.currentTarget.value) })}
          >
            {spans.map(days => (
              <option key={days} value={days}>
                {text.dayCount(days)}
              </option>
            ))}
          </select>
        )}
      </Field>
    </FormDialog>
  )
}

interface TokenDraft {
  name: string
  scopes: Scope[]
  days: number
}

interface ScopeTicksProps {
  chosen: Scope[]
  onChosen: (chosen: Scope[]) => void
}

/** Every token reads; the rest is chosen. */
function ScopeTicks({ chosen, onChosen }: ScopeTicksProps) {
  const text = useAdminText().myAccount
  const { me } = useSurroundings()
  return (
    <fieldset class="scopes">
      <legend class="small faint">{text.scopes}</legend>
      {scopes
        .filter(scope => scope !== 'admin' || me.isAdmin)
        .map(scope => (
          <label key={scope} class="check">
            <input
              type="checkbox"
              checked={chosen.includes(scope)}
              disabled={scope === 'read'}
              onChange={() =>
                onChosen(chosen.includes(scope) ? chosen.filter(other => other !== scope) : [...chosen, scope])
              }
            />
            {text.scope[scope]}
          </label>
        ))}
    </fieldset>
  )
}

function TokenDialog({ token, onClose }: { token: string; onClose: () => void }) {
  const text = useAdminText().myAccount
  return (
    <Dialog title={text.tokenTitle} onClose={onClose}>
      <div class="form">
        <p>{text.tokenLead}</p>
        <Field label={text.token}>
          {names => (
            <input {...names} class="input" readOnly value={token} onFocus={event => event.currentTarget.select()} />
          )}
        </Field>
        <div class="buttons">
          <CopyButton words={token} label={text.copy} />
          <Button look="primary" onClick={onClose}>
            {text.done}
          </Button>
        </div>
      </div>
    </Dialog>
  )
}
