import { Bell, BellOff } from 'lucide'
import { useAppText } from '../app/surroundings.ts'
import { useDeed } from '../app/use-deed.ts'
import { useToast } from '../ui/toast.tsx'
import type { Act } from './act-row.tsx'

/** Follows a contractor or case, or no longer. */
export function useFollow(follows: boolean, onFollow: (follows: boolean) => Promise<void>): Act {
  const text = useAppText().follow
  const toast = useToast()
  const deed = useDeed(async () => {
    await onFollow(!follows)
    toast({ message: follows ? text.unfollowed : text.followed })
  })
  return {
    ...deed,
    name: 'follow',
    icon: follows ? BellOff : Bell,
    word: follows ? text.unfollow : text.follow,
  }
}
