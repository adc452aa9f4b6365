import { principalsOf } from '../access/audience.ts'
import { mustBeKnown } from '../access/known-principals.ts'
import type { House } from '../http/app-type.ts'
import { Refusal } from '../refusal.ts'
import { wordsOf } from '../search/analyse.ts'
import { describeUpload, type UploadedFile } from './describe-upload.ts'
import { mustBeOffered } from './document-types.ts'
import { invoiceOf, keepInvoice } from './invoice-of.ts'
import { mailIn, takeMail } from './take-mail.ts'
import type { Taken, UploadPlace } from './upload-place.ts'

interface Put {
  item_id: string
  document_id: string
  is_known: boolean
}

/** Files what somebody put in: as a mail where it is one, else as a document of the contractor. */
export async function takeUpload(house: House, user: string, file: UploadedFile, place: UploadPlace): Promise<Taken> {
  if (file.size === 0) throw new Refusal('invalid', ['file'])
  const described = describeUpload(file)
  const mail = await mailIn(house, described)
  if (mail) return takeMail(house, user, mail, place)

  const invoice = await invoiceOf(house.blobs, described)
  const title = invoice?.title ?? described.name
  const principals = place.audience && principalsOf(place.audience)
  const upload = {
    byHand: true,
    contractorId: place.contractorId,
    caseId: place.caseId ?? null,
    key: place.key,
    hash: file.hash,
    size: file.size,
    name: described.name,
    mediaType: described.mediaType,
    type: place.type ?? described.documentType,
    typeByHand: place.type !== undefined,
    occurredAt: place.occurredAt ?? house.now().toISOString(),
    title,
    ownTitle: place.title?.trim() ?? null,
    snippet: '',
    who: '',
    hasAttachment: false,
    method: 'hand',
    evidence: '',
    lexemes: wordsOf([described.name, place.title ?? '', ...(invoice?.words ?? [])].join('\n')),
    ...(principals && { principals }),
  }
  return house.database.work(user, async tx => {
    await mustBeKnown(tx, principals ?? [], 'audience')
    if (place.type !== undefined) await mustBeOffered(tx, place.type)
    const [put] = await tx.sql<Put>('select * from put_upload($1)', [JSON.stringify(upload)])
    if (!put) throw new Error('put_upload answers always')
    if (invoice) await keepInvoice(tx, invoice)
    const { item_id: itemId, document_id: id, is_known: isKnown } = put
    return { became: 'document', id, itemId, isKnown, isPending: false }
  })
}
