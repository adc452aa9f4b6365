import { lengthOf, propertiesOf, roomFor } from './draft-properties.ts'
import type { MeantCase } from './mail-host.ts'
import { settled } from './office-call.ts'

const KEY = 'lupa-case'
/** Characters of the room for all that is kept which people of a case leave to what the guard has to know besides. */
const FOR_THE_GUARD = 300

/**
 * Travels with the sent mail, so that the server files it in the case without anything in the subject. It says no more
 * than the subject would, and the server believes it no more.
 */
const HEADER = 'x-lupa-case'

/** The case that is kept with a draft, or null. */
export async function readMeant(item: OfficeItem): Promise<MeantCase | null> {
  const properties = await propertiesOf(item)
  return parseMeant(properties?.get(KEY))
}

/** Keeps a case with a draft. Too many parties are left out, and then the guard is silent. */
export async function keepMeant(item: OfficeItem, meant: MeantCase | null): Promise<void> {
  const properties = await propertiesOf(item)
  if (!properties) throw new Error('nothing can be kept with this mail')
  // Whose the recipients are is asked only where no case says it.
  if (meant) properties.remove('lupa-owners')
  if (meant) properties.set(KEY, JSON.stringify(fitting(meant, roomFor(KEY, properties) - FOR_THE_GUARD)))
  else properties.remove(KEY)
  await settled<unknown>(done => properties.saveAsync(done))
  // Where Outlook has no headers, the reference in the subject does it.
  await writeHeader(item, meant).catch(() => undefined)
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

async function writeHeader({ internetHeaders }: OfficeItem, meant: MeantCase | null): Promise<void> {
  if (!internetHeaders) return
  await settled<unknown>(done =>
    meant ? internetHeaders.setAsync({ [HEADER]: meant.reference }, done) : internetHeaders.removeAsync([HEADER], done),
  )
}

/** Whole or not at all: half a list would warn of people who belong to the case. */
function fitting(meant: MeantCase, room: number): MeantCase {
  const fits = (one: MeantCase) => lengthOf(JSON.stringify(one)) <= room
  if (fits(meant)) return meant
  const { others: _others, ...rest } = meant
  return fits(rest) ? rest : { ...rest, parties: [] }
}
