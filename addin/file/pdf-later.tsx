import type { ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { FailureNotice } from '../app/plain-pages.tsx'
import { Skeleton } from '../ui/skeleton.tsx'

interface PdfLaterProps {
  bytes: Uint8Array<ArrayBuffer>
  name: string
}

/** A PDF by a reader that is fetched only when there is one to show, never beforehand. */
export function PdfLater(props: PdfLaterProps) {
  const [state, setState] = useState<{ Reader: ComponentType<PdfLaterProps> | null } | 'failed'>({ Reader: null })
  useEffect(() => {
    if (state === 'failed' || state.Reader) return
    let isCurrent = true
    import('./pdf-preview.tsx').then(
      ({ PdfPreview }) => isCurrent && setState({ Reader: PdfPreview }),
      () => isCurrent && setState('failed'),
    )
    return () => {
      isCurrent = false
    }
  }, [state])
  if (state === 'failed') return <FailureNotice failure="offline" onRetry={() => setState({ Reader: null })} />
  return state.Reader ? <state.Reader {...props} /> : <Skeleton height="480px" />
}
