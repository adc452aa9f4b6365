import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { type FailureCode, failureOf } from '../api/api-error.ts'
import { useAdminText } from '../app/surroundings.ts'
import { TextField } from '../ui/field.tsx'

type Asking = 'no' | 'yes' | 'wrong'

const asksFor: Partial<Record<FailureCode, Asking>> = { 'password-needed': 'yes', 'wrong-password': 'wrong' }

/** The administrator's own password, for what the server does not do on the word of a session alone. */
interface Proof {
  /** To be sent along. */
  given: { password?: string }
  /** A field for the password, once the server has asked for it. */
  field: ComponentChildren
  /** Whether the server said no for want of a proof; then the field is there for the next try. */
  isWantedBy(error: unknown): boolean
  forget(): void
}

export function useProof(): Proof {
  const text = useAdminText().proof
  const [asking, setAsking] = useState<Asking>('no')
  const [password, setPassword] = useState('')
  return {
    given: asking === 'no' ? {} : { password },
    field: asking !== 'no' && (
      <>
        <p class="small">{text.lead}</p>
        <TextField
          label={text.password}
          type="password"
          autocomplete="current-password"
          value={password}
          failure={asking === 'wrong' ? text.wrong : undefined}
          onValue={setPassword}
        />
      </>
    ),
    isWantedBy(error) {
      const next = asksFor[failureOf(error)]
      if (next) setAsking(next)
      return next !== undefined
    },
    forget() {
      setAsking('no')
      setPassword('')
    },
  }
}
