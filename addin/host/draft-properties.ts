import { settled } from './office-call.ts'

/** What our add-in keeps with a mail; null where Outlook keeps nothing. */
export async function propertiesOf(item: OfficeItem): Promise<OfficeProperties | null> {
  if (!item.loadCustomPropertiesAsync) return null
  return settled<OfficeProperties>(done => item.loadCustomPropertiesAsync?.(done))
}

/** Everything that we keep with a draft; Outlook takes 2,500 characters for all of it, names and quotation marks too. */
const ours = ['lupa-case', 'lupa-confidential', 'lupa-ours', 'lupa-owners'] as const
const MOST_CHARACTERS = 2_300

export type DraftProperty = (typeof ours)[number]

/** How many characters are left for `property` beside what else is kept. */
export function roomFor(property: DraftProperty, properties: OfficeProperties): number {
  const others = ours.filter(name => name !== property && properties.get(name) !== undefined)
  const taken = others.reduce((sum, name) => sum + lengthOf(properties.get(name)) + name.length, 0)
  return MOST_CHARACTERS - taken - property.length
}

/** As it travels: quotation marks within it are marked. */
export function lengthOf(value: unknown): number {
  return JSON.stringify(value).length
}
