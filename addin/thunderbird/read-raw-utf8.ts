/**
 * Words that stand in a header as they are, not encoded as words (RFC 6532): Thunderbird hands those out byte by byte,
 * one character each. What is no UTF-8 stays as it came.
 */
export function readRawUtf8(value: string): string {
  const codes = Array.from(value, letter => letter.charCodeAt(0))
  const isBytes = codes.some(code => code > 0x7f) && codes.every(code => code <= 0xff)
  if (!isBytes) return value
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(new Uint8Array(codes))
  } catch {
    return value
  }
}
