const NAMES = ['subject', 'from', 'sender', 'reply-to', 'to', 'cc']

/** Whether words may stand in these headers as they are, not encoded as words (RFC 6532). */
export function mayBePlain(headers: MessengerHeaders): boolean {
  return NAMES.some(name => headers[name]?.some(isBytes))
}

/**
 * Reads headers anew in which words stand as they are. Thunderbird takes their bytes for letters of one byte each and
 * drops those that are none, so „Dział Zamówień” would come as “DziaÅ ZamÃ³wieÅ”.
 */
export async function readPlainHeaders(id: number, headers: MessengerHeaders): Promise<MessengerHeaders> {
  const { decodeMimeHeader } = messenger.messengerUtilities
  if (!messenger.messages.getHeaders || !decodeMimeHeader) return headers
  const raw = await messenger.messages.getHeaders(id, { decodeHeaders: false })
  const decoded = NAMES.filter(name => raw[name]?.some(isBytes)).map(
    async name => [name, await decodeMimeHeader(name, (raw[name] ?? []).map(decode))] as const,
  )
  return { ...headers, ...Object.fromEntries(await Promise.all(decoded)) }
}

/** One line, in letters; what is no UTF-8 stays as it came. */
function decode(value: string): string {
  const line = value.replace(/\r?\n(?=[ \t])/g, '')
  if (!isBytes(line)) return line
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(new Uint8Array(codesOf(line)))
  } catch {
    return line
  }
}

function isBytes(value: string): boolean {
  const codes = codesOf(value)
  return codes.some(code => code > 0x7f) && codes.every(code => code <= 0xff)
}

function codesOf(value: string): number[] {
  return Array.from(value, letter => letter.charCodeAt(0))
}
