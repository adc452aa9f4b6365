import { Pin, PinOff } from 'lucide'
import { listPinnedContractors, pinContractor } from '../../shared/files-at-hand.ts'
import { call } from '../api/call.ts'
import { useAppText, useSurroundings } from '../app/surroundings.ts'
import { useAnswer } from '../app/use-answer.ts'
import { useDeed } from '../app/use-deed.ts'
import { useToast } from '../ui/toast.tsx'
import type { Act } from './act-row.tsx'

/** Keeps a file at hand for the reader, or no longer. */
export function usePinFile(contractorId: string): Act {
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
  return {
    ...deed,
    name: 'pin',
    icon: isPinned ? PinOff : Pin,
    word: isPinned ? text.unpin : text.pin,
    isBusy: deed.isBusy || !pinned.value,
  }
}
