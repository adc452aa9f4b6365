const END_OF_DIRECTORY = Buffer.from('PK\x05\x06', 'latin1')
const ENTRY = 0x02014b50
const LONGEST_COMMENT = 65_557
const ENTRIES = 2_000

/** Names of the files in a zip archive by its central directory. Nothing is unpacked, and a broken archive has none. */
export function zipNames(bytes: Buffer): string[] {
  const tailStart = Math.max(0, bytes.length - LONGEST_COMMENT)
  const found = bytes.subarray(tailStart).lastIndexOf(END_OF_DIRECTORY)
  const end = tailStart + found
  if (found < 0 || end + 22 > bytes.length) return []

  const names: string[] = []
  let at = bytes.readUInt32LE(end + 16)
  while (names.length < ENTRIES && at + 46 <= end && bytes.readUInt32LE(at) === ENTRY) {
    const length = bytes.readUInt16LE(at + 28)
    names.push(bytes.toString('utf8', at + 46, Math.min(at + 46 + length, end)))
    at += 46 + length + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  return names
}
