import { Bell, BellOff, Pin, PinOff } from 'lucide'
import { useEffect, useState } from 'preact/hooks'
import { readContractor } from '../../shared/contractor.ts'
import { lookAtFile } from '../../shared/heads.ts'
import { followContractor } from '../../shared/notification.ts'
import { failureOf } from '../api/api-error.ts'
import { call } from '../api/call.ts'
import { Button } from '../ui/button.tsx'
import { useText } from '../ui/language.ts'
import { useToast } from '../ui/toast.tsx'
import { useHost } from './host-context.ts'
import { pinFile, readPins, unpinFile } from './kept-files.ts'

const LOOK_MS = 2_000

type AtHandProps = { contractorId: string }

/** Keeps a contractor at hand: pinned on this device, and followed for news everywhere. */
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
  const text = useText().hand
  const { storage } = useHost()
  const [isPinned, setPinned] = useState(false)
  useEffect(() => {
    let current = true
    void readPins(storage).then(pins => current && setPinned(pins.includes(contractorId)))
    return () => {
      current = false
    }
  }, [storage, contractorId])

  const name = isPinned ? text.unpin : text.pin
  return (
    <Button
      look="bare"
      icon={isPinned ? PinOff : Pin}
      aria-label={name}
      title={name}
      onClick={() => {
        setPinned(!isPinned)
        void (isPinned ? unpinFile : pinFile)(storage, contractorId)
      }}
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
