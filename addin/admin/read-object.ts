/** Something that has a page of its own. */
export interface NamedObject {
  objectType: 'contractor' | 'case' | 'item'
  objectId: string
}

const types = { contractors: 'contractor', cases: 'case', items: 'item' } as const
const pattern = /(contractors|cases|items)\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/i

/** Reads the address of a page of ours, or what follows `#` in it; null for anything else. */
export function readObject(text: string): NamedObject | null {
  const [, kind, id] = pattern.exec(text) ?? []
  return kind && id ? { objectType: types[kind.toLowerCase() as keyof typeof types], objectId: id.toLowerCase() } : null
}
