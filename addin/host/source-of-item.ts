import type { OpenMessage } from './mail-host.ts'
import { patiently } from './office-call.ts'

/** What the pane was told about a mail, and its source once that was asked for. */
export interface Told {
  id: string
  message: OpenMessage
  headers: string
  source: Promise<Blob> | null
}

/** As it travelled where Outlook gives that; else put together from its parts. */
export async function sourceOf(
  item: OfficeItem,
  { message, headers }: Pick<Told, 'message' | 'headers'>,
  supports: (set: string) => boolean,
): Promise<Blob> {
  if (supports('1.14') && item.getAsFileAsync) {
    const whole = await patiently<string>(done => item.getAsFileAsync?.(done)).catch(() => null)
    if (whole) return new Blob([bytesOf(whole)], { type: 'message/rfc822' })
  }
  // Most Outlooks give the whole mail, so what puts one together comes only when it is needed.
  const { rebuildSource } = await import('./rebuild-source.ts')
  return rebuildSource(item, { message, headers, canReadAttachments: supports('1.8') })
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), letter => letter.charCodeAt(0))
}
