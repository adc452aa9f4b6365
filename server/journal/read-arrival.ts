import { readable } from '../filing/receive-message.ts'
import type { House } from '../http/app-type.ts'
import type { WorkingHouse } from '../job/jobs-database.ts'
import { peopleIn, withTagless } from '../mail/people-in.ts'
import { putAttachments } from '../message/put-attachments.ts'
import { caseOfTag } from './case-of-tag.ts'
import { readJournalReport } from './journal-report.ts'
import { type JournalKeys, openPart } from './secret-part.ts'
import { type Delivery, storeCopy } from './store-copy.ts'
import { withDoorFacts } from './with-door-facts.ts'

/** A mail that was acknowledged and is to be read now. */
export interface WaitingArrival {
  id: string
  source_hash: string
  size: number
  recipients: SealedAddress[] | null
  arrived_at: string
}

/** A secret address to which it was sent, as the database has it. */
interface SealedAddress {
  id: string
  kind: 'bcc' | 'journal'
  ownerId: string
  localHash: string
  localSealed: string
  tag: string | null
}

type Address = SealedAddress & { localPart: string }

/** Reads a mail and stores a copy for everybody whose it is. Doing it again changes nothing. */
export async function readArrival(house: WorkingHouse, keys: JournalKeys, arrival: WaitingArrival) {
  const source = await house.blobs.read(arrival.source_hash)
  const receivedAt = new Date(arrival.arrived_at)
  const addresses = (arrival.recipients ?? []).map(address => opened(keys, address))
  const secrets = addresses.map(address => address.localPart)
  let whole: Promise<Delivery> | undefined
  const readWhole = () => {
    whole ??= prepare(house, source, receivedAt, secrets, [])
    return whole
  }
  // One after the other: copies of the same mail at once would only wait for each other.
  for (const address of addresses) {
    if (address.kind === 'bcc') await storeForOwner(house, address, await readWhole())
    else await storeForParticipants(house, address, source, receivedAt, secrets, readWhole)
  }
}

function opened(keys: JournalKeys, address: SealedAddress): Address {
  const [hash, sealed] = [Buffer.from(address.localHash, 'hex'), Buffer.from(address.localSealed, 'hex')]
  return { ...address, localPart: openPart(keys, { hash, sealed }) }
}

/** A blind copy is its owner's, and goes into the case that its address names if he may see that. */
async function storeForOwner(house: House, { id, ownerId, tag }: Address, delivery: Delivery) {
  const named = tag ? await caseOfTag(house, ownerId, tag) : null
  await storeCopy(house, ownerId, by(id, delivery), named ? { place: named.place, tag: named.reference } : {})
}

/** A journalled mail is that of those colleagues who take part in it by its header or by the word of the journal. */
async function storeForParticipants(
  house: WorkingHouse,
  { id, localPart }: Address,
  source: Uint8Array,
  receivedAt: Date,
  secrets: string[],
  readWhole: () => Promise<Delivery>,
) {
  const report = readJournalReport(source, localPart)
  if (report === 'unreadable') {
    const [owner] = await ownersOf(house, id, [])
    if (owner) await storeCopy(house, owner, by(id, await readWhole()), { undecidable: 'journal-report' })
    return
  }
  const delivery = report
    ? await prepare(house, report.source, receivedAt, secrets, report.envelope.recipients)
    : await readWhole()
  const named = typeof delivery.parsed === 'string' ? [] : peopleIn(delivery.parsed)
  const people = withTagless([...named, ...(report?.envelope.people ?? [])])
  const journalled = { ...delivery, arrival: { ...delivery.arrival, people } }
  for (const owner of await ownersOf(house, id, people)) await storeCopy(house, owner, by(id, journalled), {})
}

/** A delivery with the address by which it came, for the health of that address. */
function by(addressId: string, delivery: Delivery): Delivery {
  return { ...delivery, arrival: { ...delivery.arrival, remoteId: addressId } }
}

/** Reads a source and makes it and what it carries safe, once for all its owners. */
async function prepare(
  house: House,
  source: Uint8Array,
  receivedAt: Date,
  secrets: string[],
  recipients: string[],
): Promise<Delivery> {
  const [sourceHash, parsed] = await Promise.all([house.blobs.put(source), readable(source)])
  const arrival = { door: 'journal' as const, sourceHash, sourceSize: source.byteLength, receivedAt }
  if (typeof parsed === 'string') return { arrival, parsed }
  await putAttachments(house.blobs, parsed.attachments)
  return { arrival, parsed: withDoorFacts(parsed, secrets, recipients) }
}

async function ownersOf({ jobs }: WorkingHouse, addressId: string, people: string[]): Promise<string[]> {
  const rows = await jobs.call<{ owner: string }>('select owner from journal_owners($1, $2) owner', [addressId, people])
  return rows.map(row => row.owner)
}
