import { Bell, BellOff, Pin, PinOff } from 'lucide'
import { useEffect, useState } from 'preact/hooks'
import { readContractor } from '../../shared/contractor.ts'
import { listPinnedContractors, pinContractor } from '../../shared/files-at-hand.ts'
import { lookAtFile } from '../../shared/heads.ts'
import { followContractor } from '../../shared/notification.ts'
import { failureOf } from '../api/api-error.ts'
import { call } from '../api/call.ts'
import { Button } from '../ui/button.tsx'
import { useText } from '../ui/language.ts'
import { useToast } from '../ui/toast.tsx'
import { useHost } from './host-context.ts'

const LOOK_MS = 2_000

type AtHandProps = { contractorId: string }

/** Keeps a contractor at hand: pinned and followed for news, everywhere. */
export function AtHand({ contractorId }: AtHandProps) {
  const host = useHost()
  useEffect(() => {
    // Mails that are only run through are no look at the file.
    const timer = setTimeout(() => {
      call(host, lookAtFile, { params: { contractorId } }).catch(() => undefined)
    }, LOOK_MS)
    return () => clearTimeout(timer)
  }, [host, contractorId])
  return (
    <>
      <PinButton contractorId={contractorId} />
      <FollowButton contractorId={contractorId} />
    </>
  )
}

function PinButton({ contractorId }: AtHandProps) {
  const text = useText()
  const host = useHost()
  const toast = useToast()
  const [isPinned, setPinned] = useState<boolean | null>(null)
  useEffect(() => {
    let current = true
    call(host, listPinnedContractors).then(
      ({ items }) => current && setPinned(items.some(({ id }) => id === contractorId)),
      () => undefined,
    )
    return () => {
      current = false
    }
  }, [host, contractorId])

  async function toggle() {
    try {
      await call(host, pinContractor, { params: { contractorId }, body: { pinned: !isPinned } })
      setPinned(!isPinned)
    } catch (error) {
      toast({ message: text.failure[failureOf(error)] })
    }
  }

  const name = isPinned ? text.hand.unpin : text.hand.pin
  return (
    <Button
      look="bare"
      icon={isPinned ? PinOff : Pin}
      aria-label={name}
      title={name}
      busy={isPinned === null}
      onClick={() => void toggle()}
    />
  )
}

function FollowButton({ contractorId }: AtHandProps) {
  const text = useText()
  const host = useHost()
  const toast = useToast()
  const [follows, setFollows] = useState<boolean | null>(null)
  useEffect(() => {
    let current = true
    call(host, readContractor, { params: { contractorId } }).then(
      contractor => current && setFollows(contractor.follows),
      () => undefined,
    )
    return () => {
      current = false
    }
  }, [host, contractorId])

  async function toggle() {
    try {
      await call(host, followContractor, { params: { contractorId }, body: { follows: !follows } })
      setFollows(!follows)
      toast({ message: follows ? text.hand.unfollowed : text.hand.followed })
    } catch (error) {
      toast({ message: text.failure[failureOf(error)] })
    }
  }

  const name = follows ? text.hand.unfollow : text.hand.follow
  // Its place is kept while the server is asked.
  return (
    <Button
      look="bare"
      icon={follows ? BellOff : Bell}
      aria-label={name}
      title={name}
      busy={follows === null}
      onClick={() => void toggle()}
    />
  )
}
