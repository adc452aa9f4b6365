import { Bell, BellOff, type IconNode, Pin, PinOff } from 'lucide'
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
  const { hand } = useText()
  const params = { contractorId }
  return (
    <>
      <Switch
        key={`pin ${contractorId}`}
        read={async () => (await call(host, listPinnedContractors)).items.some(({ id }) => id === contractorId)}
        write={pinned => call(host, pinContractor, { params, body: { pinned } })}
        names={[hand.pin, hand.unpin]}
        icons={[Pin, PinOff]}
      />
      <Switch
        key={`follow ${contractorId}`}
        read={async () => (await call(host, readContractor, { params })).follows}
        write={follows => call(host, followContractor, { params, body: { follows } })}
        names={[hand.follow, hand.unfollow]}
        icons={[Bell, BellOff]}
        said={[hand.unfollowed, hand.followed]}
      />
    </>
  )
}

/** What is said or drawn while it is off, and while it is on. */
type OffAndOn<Value> = [off: Value, on: Value]

interface SwitchProps {
  read: () => Promise<boolean>
  write: (isOn: boolean) => Promise<unknown>
  names: OffAndOn<string>
  icons: OffAndOn<IconNode>
  /** What a toast says of the change, where the button itself does not show enough. */
  said?: OffAndOn<string>
}

function Switch({ read, write, names, icons, said }: SwitchProps) {
  const { failure } = useText()
  const toast = useToast()
  const [isOn, setOn] = useState<boolean | null>(null)
  useEffect(() => {
    read().then(setOn, () => undefined)
  }, [])

  async function toggle() {
    try {
      await write(!isOn)
      setOn(!isOn)
      if (said) toast({ message: said[isOn ? 0 : 1] })
    } catch (error) {
      toast({ message: failure[failureOf(error)] })
    }
  }

  const now = isOn ? 1 : 0
  // Its place is kept while the server is asked.
  return (
    <Button
      look="bare"
      icon={icons[now]}
      aria-label={names[now]}
      title={names[now]}
      busy={isOn === null}
      onClick={() => void toggle()}
    />
  )
}
