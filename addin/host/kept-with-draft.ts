import { type DraftProperty, lengthOf, propertiesOf, roomFor } from './draft-properties.ts'
import { settled } from './office-call.ts'

/**
 * What the guard at sending has to know and often cannot ask, since it reaches no server or no session: names of confidential
 * documents that are attached, addresses of colleagues under another of our domains, and whose recipients are, where no case says it: the
 * address or domain, a space, the contractor's name.
 */
const kept = {
  confidential: { key: 'lupa-confidential', most: 10, longest: 100 },
  ours: { key: 'lupa-ours', most: 8, longest: 60 },
  owners: { key: 'lupa-owners', most: 10, longest: 120 },
} satisfies Record<string, { key: DraftProperty; most: number; longest: number }>

export type Kept = keyof typeof kept

/** What is kept of it with a draft. */
export async function readKept(item: OfficeItem, what: Kept): Promise<string[]> {
  return parse((await propertiesOf(item))?.get(kept[what].key))
}

/** Keeps one more with a draft; the latest, where there are too many. */
export async function keepWith(item: OfficeItem, what: Kept, value: string): Promise<void> {
  const { key, most, longest } = kept[what]
  const properties = await propertiesOf(item)
  if (!properties) throw new Error('nothing can be kept with this mail')
  const short = value.slice(0, longest)
  const others = parse(properties.get(key)).filter(one => one !== short)
  const next = JSON.stringify([...others, short].slice(-most))
  // The case, which the writer chose, must always find room.
  if (lengthOf(next) > roomFor(key, properties)) throw new Error('there is no room for more with this mail')
  properties.set(key, next)
  await settled<unknown>(done => properties.saveAsync(done))
}

function parse(written: unknown): string[] {
  try {
    const values: unknown = JSON.parse(String(written ?? '[]'))
    return Array.isArray(values) ? values.filter(value => typeof value === 'string') : []
  } catch {
    return []
  }
}
