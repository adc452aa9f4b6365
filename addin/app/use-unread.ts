import { useEffect, useState } from 'preact/hooks'
import { countNotifications } from '../../shared/notification.ts'
import { call } from '../api/call.ts'
import { useSurroundings } from './surroundings.ts'
import { useLive } from './use-live.ts'

/** The server counts up to this. */
export const MOST_COUNTED = 100

const listeners = new Set<() => void>()

/** Says that the reader has just read what there was. */
export function tellRead() {
  for (const listener of listeners) listener()
}

/** How many notifications are unread, kept current. Without an answer the last number stays. */
export function useUnread(): number {
  const { host } = useSurroundings()
  const [unread, setUnread] = useState(0)
  const ask = () =>
    void call(host, countNotifications).then(
      answer => setUnread(answer.unread),
      () => undefined,
    )

  useEffect(() => {
    ask()
    listeners.add(ask)
    return () => void listeners.delete(ask)
  }, [host])
  useLive(({ type }) => type === 'notification' || type === 'item' || type === 'gone', ask)
  return unread
}
