const beginnings: [type: string, bytes: Buffer, at: number][] = [
  ['image/png', Buffer.from('89504e470d0a1a0a', 'hex'), 0],
  ['image/jpeg', Buffer.from('ffd8ff', 'hex'), 0],
  ['image/gif', Buffer.from('GIF8'), 0],
  ['image/webp', Buffer.from('WEBP'), 8],
]

/** What picture of dots these bytes are, by how they begin; null for all else, so for drawings that can hold a script. */
export function pictureTypeOf(bytes: Buffer): string | null {
  const known = beginnings.find(([, magic, at]) => bytes.subarray(at, at + magic.length).equals(magic))
  return known?.[0] ?? null
}
