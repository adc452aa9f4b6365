import type { DocumentVersion, DocumentVersions } from '../../shared/document-version.ts'
import type { Query, Statement } from '../database/work.ts'
import { Refusal } from '../refusal.ts'

const MOST_OFFERS = 5

const seen: Statement = { name: 'document-is-seen', text: 'select from document where id = $1' }

const columns = `d.id as "documentId", i.id as "itemId", i.title, iso(i.occurred_at) as "occurredAt", d.size::float as size`

const versions: Statement = {
  name: 'document-versions',
  text: `
    select ${columns} from document_version v join document_version w on w.series_id = v.series_id
      join document d on d.id = w.document_id join item i on i.object_id = d.id
     where v.document_id = $1 order by i.occurred_at desc, i.id limit 200`,
}

const offers: Statement = {
  name: 'document-version-offers',
  text: `
    select ${columns} from version_offers($1, ${MOST_OFFERS}) o join document d on d.id = o.document_id join item i on i.object_id = d.id
     order by i.occurred_at desc, i.id`,
}

/** The versions of a document that the reader may see, and those offered. One alone is no series. */
export async function readVersions(query: Query, documentId: string): Promise<DocumentVersions> {
  if (!(await query(seen, [documentId])).length) throw new Refusal('not-found')
  const found = await query<DocumentVersion>(versions, [documentId])
  const offered = await query<DocumentVersion>(offers, [documentId])
  return { versions: found.length > 1 ? found : [], offered }
}
