import { useEffect, useRef } from 'preact/hooks'
import { useHost } from './host-context.ts'
import type { Shown } from './use-lookup.ts'

/**
 * Tells the mail program each time whether the shown message is filed, as the server says. Whoever may not see a filing
 * must not take the mark from those who may, so the mail program also hears whether it changed before our eyes.
 */
export function useMark(shown: Shown | null) {
  const host = useHost()
  const before = useRef<{ message: unknown; filed: boolean } | null>(null)

  useEffect(() => {
    if (!shown || !host.mark) return
    const filed = shown.lookup.filed.length > 0
    const last = before.current?.message === shown.message ? before.current.filed : null
    before.current = { message: shown.message, filed }
    // A list without the mark is no reason to trouble anybody.
    if (filed !== last) host.mark(filed, { changed: last !== null }).catch(() => undefined)
  }, [host, shown])
}
