import { FailureNotice } from '../app/plain-pages.tsx'
import { useDeed } from '../app/use-deed.ts'
import { Button } from '../ui/button.tsx'
import { useToast } from '../ui/toast.tsx'
import { useProof } from './use-proof.tsx'

interface ProvenDeedProps {
  word: string
  done?: string
  /** Does it, with the administrator's own password where the server has asked for it. */
  act: (proof: { password?: string }) => Promise<unknown>
  onChanged: () => void
}

/** A button for what opens an administrator's account: whoever did not just sign in is asked for his password first. */
export function ProvenDeed({ word, done, act, onChanged }: ProvenDeedProps) {
  const toast = useToast()
  const proof = useProof()
  const deed = useDeed(async () => {
    try {
      await act(proof.given)
    } catch (error) {
      if (!proof.isWantedBy(error)) throw error
      return
    }
    proof.forget()
    onChanged()
    if (done) toast({ message: done })
  })

  function handleSubmit(event: SubmitEvent) {
    event.preventDefault()
    deed.run()
  }

  return (
    <form class="proven-deed" onSubmit={handleSubmit}>
      {proof.field}
      <Button type="submit" wide busy={deed.isBusy}>
        {word}
      </Button>
      {deed.failure && <FailureNotice failure={deed.failure} />}
    </form>
  )
}
