import { Pin, PinOff } from 'lucide'
import { listPinnedContractors, pinContractor } from '../../shared/files-at-hand.ts'
import { call } from '../api/call.ts'
import { FailureNotice } from '../app/plain-pages.tsx'
import { useAppText, useSurroundings } from '../app/surroundings.ts'
import { useAnswer } from '../app/use-answer.ts'
import { useDeed } from '../app/use-deed.ts'
import { Button } from '../ui/button.tsx'
import { useToast } from '../ui/toast.tsx'

/** Keeps a file at hand for the reader, or no longer. */
export function PinFileButton({ contractorId }: { contractorId: string }) {
  const text = useAppText().hand
  const { host } = useSurroundings()
  const toast = useToast()
  const pinned = useAnswer('pinned contractors', () => call(host, listPinnedContractors))
  const isPinned = pinned.value?.items.some(({ id }) => id === contractorId) ?? false
  const deed = useDeed(async () => {
    await call(host, pinContractor, { params: { contractorId }, body: { pinned: !isPinned } })
    pinned.ask()
    toast({ message: isPinned ? text.isUnpinned : text.isPinned })
  })
  return (
    <>
      <Button icon={isPinned ? PinOff : Pin} busy={deed.isBusy || !pinned.value} onClick={deed.run}>
        {isPinned ? text.unpin : text.pin}
      </Button>
      {deed.failure && <FailureNotice failure={deed.failure} />}
    </>
  )
}
