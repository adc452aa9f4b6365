import { safeName } from './safe-names.ts'

/** Written as they are by `encodeURIComponent`, and not allowed so (RFC 5987, 3.2.1). */
const stillBare = /['()*]/g

/**
 * The header by which an answer is saved and never shown, under a name that every system takes (RFC 6266): twice, since programs
 * that know no other letters than ASCII read the first one.
 */
export function attached(name: string, ending = ''): string {
  const safe = safeName(name, ending)
  return `attachment; filename="${inAscii(safe)}"; filename*=UTF-8''${inDigits(safe)}`
}

/** No quotes, which a safe name has none of, and no percent signs, of which some programs make other letters. */
function inAscii(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replaceAll('ł', 'l')
    .replaceAll('Ł', 'L')
    .replace(/[^ -~]|%/gu, '_')
}

function inDigits(name: string): string {
  const hex = (letter: string) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`
  return encodeURIComponent(name).replace(stillBare, hex)
}
