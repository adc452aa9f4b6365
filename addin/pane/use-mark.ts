import { useEffect, useRef } from 'preact/hooks'
import { useHost } from './host-context.ts'
import type { Shown } from './use-lookup.ts'

/**
 * Marks the message in the mail list when it is filed. The mark is taken away only when it was unfiled before our eyes:
 * whoever may not see a filing must not take the mark from those who may.
 */
export function useMark(shown: Shown | null) {
  const host = useHost()
  const before = useRef<{ message: unknown; filed: boolean } | null>(null)

  useEffect(() => {
    if (!shown || !host.mark) return
    const filed = shown.lookup.filed.length > 0
    const last = before.current?.message === shown.message ? before.current.filed : false
    before.current = { message: shown.message, filed }
    // A list without the mark is no reason to trouble anybody.
    if (filed !== last) host.mark(filed).catch(() => undefined)
  }, [host, shown])
}
