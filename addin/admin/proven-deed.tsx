import { useState } from 'preact/hooks'
import { type FailureCode, failureOf } from '../api/api-error.ts'
import { FailureNotice } from '../app/plain-pages.tsx'
import { useAppText } from '../app/surroundings.ts'
import { useDeed } from '../app/use-deed.ts'
import { Button } from '../ui/button.tsx'
import { TextField } from '../ui/field.tsx'
import { useToast } from '../ui/toast.tsx'

interface ProvenDeedProps {
  word: string
  done?: string
  /** Does it, with the administrator's own password where the server has asked for it. */
  act: (proof: { password?: string }) => Promise<unknown>
  onChanged: () => void
}

type Asking = 'no' | 'yes' | 'wrong'

const asksFor: Partial<Record<FailureCode, Asking>> = { 'password-needed': 'yes', 'wrong-password': 'wrong' }

/** A button for what opens an administrator's account: whoever did not just sign in is asked for his password first. */
export function ProvenDeed({ word, done, act, onChanged }: ProvenDeedProps) {
  const text = useAppText().proof
  const toast = useToast()
  const [asking, setAsking] = useState<Asking>('no')
  const [password, setPassword] = useState('')
  const deed = useDeed(async () => {
    try {
      await act(asking === 'no' ? {} : { password })
    } catch (error) {
      const next = asksFor[failureOf(error)]
      if (!next) throw error
      setAsking(next)
      return
    }
    setAsking('no')
    setPassword('')
    onChanged()
    if (done) toast({ message: done })
  })

  function handleSubmit(event: SubmitEvent) {
    event.preventDefault()
    deed.run()
  }

  return (
    <form class="proven-deed" onSubmit={handleSubmit}>
      {asking !== 'no' && (
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
      )}
      <Button type="submit" wide busy={deed.isBusy}>
        {word}
      </Button>
      {deed.failure && <FailureNotice failure={deed.failure} />}
    </form>
  )
}
