import { settled } from './office-call.ts'

/** What our add-in keeps with a mail; null where Outlook keeps nothing. */
export async function propertiesOf(item: OfficeItem): Promise<OfficeProperties | null> {
  if (!item.loadCustomPropertiesAsync) return null
  return settled<OfficeProperties>(done => item.loadCustomPropertiesAsync?.(done))
}
