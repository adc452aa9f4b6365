import { useEffect } from 'preact/hooks'
import type { MailHost } from '../host/mail-host.ts'

const PERIOD_MS = 10_000

/** Calls `look` every ten seconds while the pane can be seen, and at once when it comes into view or mail arrives. */
export function useNews(host: MailHost, look: () => unknown) {
  useEffect(() => {
    const lookWhenSeen = () => {
      if (!document.hidden) look()
    }
    const timer = setInterval(lookWhenSeen, PERIOD_MS)
    document.addEventListener('visibilitychange', lookWhenSeen)
    const stop = host.onMaybeNews(lookWhenSeen)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', lookWhenSeen)
      stop()
    }
  }, [host, look])
}
