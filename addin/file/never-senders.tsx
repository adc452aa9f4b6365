import { X } from 'lucide'
import { forgetNeverSender, listNeverSenders } from '../../shared/teaching.ts'
import { call } from '../api/call.ts'
import { FailureNotice } from '../app/plain-pages.tsx'
import { useAppText, useSurroundings } from '../app/surroundings.ts'
import { useAnswer } from '../app/use-answer.ts'
import { useDeed } from '../app/use-deed.ts'
import { Button } from '../ui/button.tsx'
import { useToast } from '../ui/toast.tsx'
import { Fact } from './facts.tsx'

interface NeverSendersProps {
  contractorId: string
  mayChange: boolean
}

/** Whose mail never comes here by itself because somebody said so, and the way back. */
export function NeverSenders({ contractorId, mayChange }: NeverSendersProps) {
  const text = useAppText().neverSenders
  const { host } = useSurroundings()
  const senders = useAnswer(`never senders ${contractorId}`, () =>
    call(host, listNeverSenders, { params: { contractorId } }),
  )
  const items = senders.value?.items ?? []
  if (items.length === 0) return null
  return (
    <Fact word={text.title}>
      <ul>
        {items.map(({ address }) => (
          <Sender
            key={address}
            contractorId={contractorId}
            address={address}
            mayChange={mayChange}
            onForgotten={senders.ask}
          />
        ))}
      </ul>
    </Fact>
  )
}

interface SenderProps extends NeverSendersProps {
  address: string
  onForgotten: () => void
}

function Sender({ contractorId, address, mayChange, onForgotten }: SenderProps) {
  const text = useAppText().neverSenders
  const { host } = useSurroundings()
  const toast = useToast()
  const deed = useDeed(async () => {
    await call(host, forgetNeverSender, { params: { contractorId }, querystring: { address } })
    toast({ message: text.allowed(address) })
    onForgotten()
  })
  return (
    <li class="never-sender">
      <span>{address}</span>
      {mayChange && (
        <Button
          look="bare"
          icon={X}
          busy={deed.isBusy}
          title={text.allow(address)}
          aria-label={text.allow(address)}
          onClick={deed.run}
        />
      )}
      {deed.failure && <FailureNotice failure={deed.failure} />}
    </li>
  )
}
