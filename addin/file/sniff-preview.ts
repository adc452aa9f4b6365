import { LARGEST_SHOWN_MSG } from '../../shared/document.ts'

/** What of a file can be shown without running anything of it. */
export type Preview =
  | { is: 'image'; type: string }
  | { is: 'pdf' }
  | { is: 'text' | 'mail'; text: string }
  | { is: 'none' }

const magics: [type: string, bytes: number[], at?: number][] = [
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['image/gif', [0x47, 0x49, 0x46, 0x38]],
  ['image/webp', [0x57, 0x45, 0x42, 0x50], 8],
]

const textEnding = /\.(?:txt|csv|xml|json|md|log|ics|html?|eml|ini|ya?ml)$/i
const MOST_TEXT = 200_000
/** How a message begins (RFC 5322, 2.2); mbox files have a line before. */
const headField = /^\s*(?:From .*\r?\n)?[!-9;-~]+:/

/** Looks at the bytes, not at the type that a stranger wrote beside them. */
export function sniffPreview(bytes: Uint8Array, name: string): Preview {
  const image = magics.find(([, magic, at = 0]) => magic.every((byte, index) => bytes[at + index] === byte))
  if (image) return { is: 'image', type: image[0] }
  if (isPdf(bytes)) return { is: 'pdf' }
  if (!textEnding.test(name)) return { is: 'none' }
  const text = decoded(bytes)
  if (text.includes('\0')) return { is: 'none' }
  const isMail = /\.eml$/i.test(name) && headField.test(text)
  return { is: isMail ? 'mail' : 'text', text: text.slice(0, MOST_TEXT) }
}

/** A PDF may have some bytes of other programs before its beginning. */
function isPdf(bytes: Uint8Array): boolean {
  return new TextDecoder('latin1').decode(bytes.subarray(0, 1024)).includes('%PDF-')
}

/** UTF-8 where it is that, else what Polish Windows programs write. */
function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1250').decode(bytes)
  }
}

/** A mail as Outlook keeps it, which the server writes in another form first. */
export function isMsg(name: string): boolean {
  return /\.msg$/i.test(name)
}

/** Whether a preview is worth a try, by what is known before the bytes are here. */
export function mayPreview(name: string, type: string, size: number): boolean {
  if (type === 'application/pdf' || /\.pdf$/i.test(name)) return size <= MOST_PDF_BYTES
  if (isMsg(name)) return size <= LARGEST_SHOWN_MSG
  const isKnown = /^image\/(?:png|jpe?g|gif|webp)$/i.test(type)
  return size <= MOST_BYTES && (isKnown || textEnding.test(name) || /\.(?:png|jpe?g|gif|webp)$/i.test(name))
}

const MOST_BYTES = 20_000_000
const MOST_PDF_BYTES = 60_000_000
