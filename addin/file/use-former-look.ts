import { useEffect, useState } from 'preact/hooks'

/** Up to when the reader had seen a file or case before he came now; asked once for each, for asking is looking. */
export function useFormerLook(id: string, look: () => Promise<{ before: string | null }>): string | null | undefined {
  const [before, setBefore] = useState<string | null>()
  useEffect(() => {
    let isCurrent = true
    void look().then(
      answer => isCurrent && setBefore(answer.before),
      // Without an answer nothing is marked as new, and all else works.
      () => undefined,
    )
    return () => {
      isCurrent = false
    }
  }, [id])
  return before
}
