import { Bell, BellOff } from 'lucide'
import { FailureNotice } from '../app/plain-pages.tsx'
import { useAppText } from '../app/surroundings.ts'
import { useDeed } from '../app/use-deed.ts'
import { Button } from '../ui/button.tsx'
import { useToast } from '../ui/toast.tsx'

interface FollowButtonProps {
  follows: boolean
  onFollow: (follows: boolean) => Promise<void>
}

/** Follows a contractor or case, or no longer. */
export function FollowButton({ follows, onFollow }: FollowButtonProps) {
  const text = useAppText().follow
  const toast = useToast()
  const deed = useDeed(async () => {
    await onFollow(!follows)
    toast({ message: follows ? text.unfollowed : text.followed })
  })
  return (
    <>
      <Button icon={follows ? BellOff : Bell} busy={deed.isBusy} onClick={deed.run}>
        {follows ? text.unfollow : text.follow}
      </Button>
      {deed.failure && <FailureNotice failure={deed.failure} />}
    </>
  )
}
