import { Refusal } from '../refusal.ts'

/** Where a list of (name, id) goes on, in alphabetical order. */
export interface After {
  key: string
  id: string
}

/** Reads a cursor that `nameCursor` wrote; none is the beginning, another text is refused. */
export function readNameCursor(cursor: string | undefined): After {
  if (cursor === undefined) return { key: '', id: '00000000-0000-0000-0000-000000000000' }
  try {
    const [key, id] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown[]
    if (typeof key === 'string' && typeof id === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id))
      return { key: key.replaceAll('\0', '').toWellFormed(), id }
  } catch {
    // Falls through to the refusal.
  }
  throw new Refusal('invalid', ['cursor'])
}

/** The cursor behind a row. */
export function nameCursor(after: After): string {
  return Buffer.from(JSON.stringify([after.key, after.id])).toString('base64url')
}
