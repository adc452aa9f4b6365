import { useEffect, useState } from 'preact/hooks'
import { countNotifications } from '../../shared/notification.ts'
import { call } from '../api/call.ts'
import { useSurroundings } from './surroundings.ts'
import { useLive } from './use-live.ts'

/** The server counts up to this. */
export const MOST_COUNTED = 100

const REMINDED_MS = 5 * 60_000

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
    // Reminders come by the clock, and nothing happens that would tell of them.
    const timer = setInterval(() => document.visibilityState === 'visible' && ask(), REMINDED_MS)
    return () => {
      listeners.delete(ask)
      clearInterval(timer)
    }
  }, [host])
  useLive(({ type }) => type === 'notification' || type === 'item' || type === 'gone', ask)
  return unread
}
