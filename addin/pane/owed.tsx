import { useEffect, useState } from 'preact/hooks'
import { type Heads, readHeads } from '../../shared/heads.ts'
import type { Timeline } from '../../shared/item.ts'
import { call } from '../api/call.ts'
import { WaitingClock } from '../ui/waiting-clock.tsx'
import { useHost } from './host-context.ts'

type OwedProps = { contractorId: string; fresh: Timeline }

/**
 * Who owes whom an answer. To find out takes longer than the file may take to be there, so it is asked when that is painted;
 * where anybody has written, a line is kept for the answer.
 */
export function Owed({ contractorId, fresh }: OwedProps) {
  const host = useHost()
  const [waiting, setWaiting] = useState<Heads['waiting']>(null)
  const mayBeOwed = fresh.next !== null || fresh.items.some(({ kind }) => kind === 'mail-in' || kind === 'mail-out')

  useEffect(() => {
    if (!mayBeOwed) return
    let isCurrent = true
    call(host, readHeads, { params: { contractorId } }).then(
      heads => isCurrent && setWaiting(heads.waiting),
      () => undefined,
    )
    return () => {
      isCurrent = false
    }
  }, [host, contractorId, fresh, mayBeOwed])

  return mayBeOwed ? (
    <p class="owed small">
      <WaitingClock waiting={waiting} />
    </p>
  ) : null
}
