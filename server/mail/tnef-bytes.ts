import iconv from 'iconv-lite'

/** A TNEF stream ends where it should not, or says of itself what cannot be. */
export class BrokenTnef extends Error {
  override readonly name = 'BrokenTnef'
}

/** Reads numbers and runs of bytes one after the other and never beyond the end: sizes in the stream are a stranger's word. */
export type ByteReader = {
  readonly left: number
  byte(): number
  short(): number
  long(): number
  take(length: number): Buffer
}

/** Starts reading a stream; everything in it is little-endian. */
export function readBytes(bytes: Buffer): ByteReader {
  let at = 0
  const take = (length: number) => {
    if (length > bytes.length - at) throw new BrokenTnef('a size beyond the end')
    at += length
    return bytes.subarray(at - length, at)
  }
  return {
    get left() {
      return bytes.length - at
    },
    byte: () => take(1).readUInt8(),
    short: () => take(2).readUInt16LE(),
    long: () => take(4).readUInt32LE(),
    take,
  }
}

/** Text in a Windows code page up to its closing NUL; an unknown page is read as Central European. */
export function ansiText(bytes: Buffer, codePage: number): string {
  const end = bytes.indexOf(0)
  const text = end < 0 ? bytes : bytes.subarray(0, end)
  if (codePage === 65_001) return text.toString('utf8')
  return iconv.decode(text, iconv.encodingExists(`cp${codePage}`) ? (`cp${codePage}` as 'cp1250') : 'cp1250')
}

/** Text in UTF-16 up to its closing NUL. */
export function wideText(bytes: Buffer): string {
  const text = bytes.toString('utf16le', 0, bytes.length & ~1)
  const end = text.indexOf('\0')
  return end < 0 ? text : text.slice(0, end)
}
