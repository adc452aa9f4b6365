import type { MeantCase } from './mail-host.ts'
import { settled } from './office-call.ts'

const KEY = 'lupa-case'

/** Outlook keeps 2,500 characters with a mail, names and all. */
const MOST_CHARACTERS = 2_000

/** The case that is kept with a draft, or null. */
export async function readMeant(item: OfficeItem): Promise<MeantCase | null> {
  const properties = await propertiesOf(item)
  return parseMeant(properties?.get(KEY))
}

/** Keeps a case with a draft. Too many parties are left out, and then the guard is silent. */
export async function keepMeant(item: OfficeItem, meant: MeantCase | null): Promise<void> {
  const properties = await propertiesOf(item)
  if (!properties) throw new Error('nothing can be kept with this mail')
  if (meant) properties.set(KEY, JSON.stringify(fitting(meant)))
  else properties.remove(KEY)
  await settled<unknown>(done => properties.saveAsync(done))
}

/** Reads what an earlier version or somebody else may have written. */
export function parseMeant(kept: unknown): MeantCase | null {
  if (typeof kept !== 'string') return null
  try {
    const meant = JSON.parse(kept) as MeantCase
    return typeof meant.reference === 'string' && Array.isArray(meant.parties) ? meant : null
  } catch {
    return null
  }
}

/** Whole or not at all: half a list would warn of people who belong to the case. */
function fitting(meant: MeantCase): MeantCase {
  return JSON.stringify(meant).length <= MOST_CHARACTERS ? meant : { ...meant, parties: [] }
}

async function propertiesOf(item: OfficeItem): Promise<OfficeProperties | null> {
  if (!item.loadCustomPropertiesAsync) return null
  return settled<OfficeProperties>(done => item.loadCustomPropertiesAsync?.(done))
}
