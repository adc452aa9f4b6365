import { useEffect } from 'preact/hooks'
import { onLive } from '../api/live.ts'
import type { MailHost } from '../host/mail-host.ts'

const PERIOD_MS = 10_000
/** A host that is told of what happens asks only to be sure. */
const PERIOD_WHEN_TOLD_MS = 120_000
/** Several things that happen at once are one reason to look. */
const GATHER_MS = 300

/**
 * Calls `look` when something happens on the server, where the host can be told of it, else every ten seconds; while the
 * pane can be seen, and at once when it comes into view or mail arrives.
 */
export function useNews(host: MailHost, look: () => unknown) {
  useEffect(() => {
    const lookWhenSeen = () => {
      if (!document.hidden) look()
    }
    const timer = setInterval(lookWhenSeen, host.stream ? PERIOD_WHEN_TOLD_MS : PERIOD_MS)
    let gathering: ReturnType<typeof setTimeout> | undefined
    const stopLive = onLive(host, () => {
      gathering ??= setTimeout(() => {
        gathering = undefined
        lookWhenSeen()
      }, GATHER_MS)
    })
    document.addEventListener('visibilitychange', lookWhenSeen)
    const stop = host.onMaybeNews(lookWhenSeen)
    return () => {
      clearInterval(timer)
      clearTimeout(gathering)
      stopLive()
      document.removeEventListener('visibilitychange', lookWhenSeen)
      stop()
    }
  }, [host, look])
}
