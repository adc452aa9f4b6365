import { principalsOf } from '../access/audience.ts'
import { mustBeKnown } from '../access/known-principals.ts'
import type { Tx } from '../database/work.ts'
import { receivePatiently } from '../filing/receive-patiently.ts'
import type { House } from '../http/app-type.ts'
import { msgSource } from '../mail/msg-source.ts'
import { Unparsable } from '../mail/parse-pool.ts'
import { refuseMsg } from '../message/refuse-msg.ts'
import { Refusal } from '../refusal.ts'
import { hashOf } from '../storage/blob-store.ts'
import type { DescribedFile } from './describe-upload.ts'
import type { Taken, UploadPlace } from './upload-place.ts'

/** A mail that was put in as a file; of Outlook's form also the file itself. */
interface MailFile {
  source: Uint8Array
  origin: Uint8Array | null
}

const outlooks = ['application/vnd.ms-outlook', 'application/x-ole-storage']

/**
 * The mail in a file, or null where it is none or cannot be read: then it is kept as the document that it claims not to be.
 * A server that is just stopping says nothing about the file.
 */
export async function mailIn({ blobs }: House, file: DescribedFile): Promise<MailFile | null> {
  if (/\.eml$/i.test(file.name)) return { source: await blobs.read(file.hash), origin: null }
  if (!(/\.msg$/i.test(file.name) && outlooks.includes(file.mediaType))) return null
  const origin = await blobs.read(file.hash)
  try {
    return { source: await msgSource(origin), origin }
  } catch (error) {
    if (error instanceof Unparsable && error.reason !== 'stopped') return null
    return refuseMsg(error)
  }
}

/** What only a document is told; a mail that quietly forgot it would stand there otherwise than its sender believes. */
const ofDocuments = ['title', 'type', 'occurredAt'] as const

/** Files a mail by hand where it was put, through the door by which every mail comes; for its audience alone where one is named. */
export async function takeMail(
  house: House,
  userId: string,
  { source, origin }: MailFile,
  upload: UploadPlace,
): Promise<Taken> {
  const told = ofDocuments.filter(field => upload[field] !== undefined)
  if (told.length > 0) throw new Refusal('told-by-mail', told)
  const { contractorId, caseId, audience } = upload
  const viewers = audience ? principalsOf(audience) : null
  // Before it is read, which may end after the answer.
  if (viewers) await house.database.work(userId, tx => mustBeKnown(tx, viewers, 'audience'))
  const place = { contractorId, caseId: caseId ?? null }
  const isKnown = await house.database.work(userId, tx => liesThere(tx, hashOf(source), upload))
  const received = await receivePatiently(house, { userId, source, origin, arrival: { door: 'push' }, place, viewers })
  const isPending = received.action === 'pending'
  const itemId = received.items.find(item => item.contractorId === contractorId)?.id ?? null
  return { became: 'mail', id: received.id, itemId, isKnown, isPending }
}

/** Whether the reader sees this mail where it is put already. */
async function liesThere(tx: Tx, hash: string, { contractorId, caseId }: UploadPlace): Promise<boolean> {
  const there = await tx.sql(
    `select 1 from item i join filing f on f.item_id = i.id
      where f.source_hash = $1 and i.contractor_id = $2 and ($3::uuid is null or f.case_file_id = $3) limit 1`,
    [hash, contractorId, caseId ?? null],
  )
  return there.length > 0
}
