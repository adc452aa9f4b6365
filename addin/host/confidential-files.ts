import { settled } from './office-call.ts'

const KEY = 'lupa-confidential'
const MOST = 10
const LONGEST_NAME = 100

/** The names of confidential documents that were attached to a draft from a file of ours; for the guard, which asks no server. */
export async function readConfidential(item: OfficeItem): Promise<string[]> {
  return parse((await propertiesOf(item))?.get(KEY))
}

/** Notes that a document which was attached is confidential. */
export async function noteConfidential(item: OfficeItem, name: string): Promise<void> {
  const properties = await propertiesOf(item)
  if (!properties) throw new Error('nothing can be kept with this mail')
  const others = parse(properties.get(KEY)).filter(one => one !== name)
  properties.set(KEY, JSON.stringify([...others, name.slice(0, LONGEST_NAME)].slice(-MOST)))
  await settled<unknown>(done => properties.saveAsync(done))
}

/** Those of the names that are attached still; all of them where Outlook does not say. */
export async function stillAttached(item: OfficeItem, names: string[]): Promise<string[]> {
  if (!item.getAttachmentsAsync) return names
  const files = await settled<{ name: string }[]>(done => item.getAttachmentsAsync?.(done)).catch(() => null)
  return files ? names.filter(name => files.some(file => file.name.startsWith(name))) : names
}

function parse(kept: unknown): string[] {
  try {
    const names: unknown = JSON.parse(String(kept ?? '[]'))
    return Array.isArray(names) ? names.filter(name => typeof name === 'string') : []
  } catch {
    return []
  }
}

async function propertiesOf(item: OfficeItem): Promise<OfficeProperties | null> {
  if (!item.loadCustomPropertiesAsync) return null
  return settled<OfficeProperties>(done => item.loadCustomPropertiesAsync?.(done))
}
