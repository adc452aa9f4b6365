import type {
  changeDocumentType as changeContract,
  createDocumentType as createContract,
  DocumentTypeEntry,
} from '../../shared/document-type.ts'
import type { Input } from '../../shared/route.ts'
import { record } from '../audit/record.ts'
import type { Tx } from '../database/work.ts'
import { readMe } from '../identity/session.ts'
import { Refusal } from '../refusal.ts'

/** The catch-all: what is of no other type is this. */
const REST = 'document'

const columns = `key, name_pl as "namePl", name_en as "nameEn", icon, colour, words, is_built_in as "isBuiltIn",
  hidden_at is not null as "isHidden"`

/** All types of documents, those of the product first and the others by age. */
export async function listDocumentTypes(tx: Tx): Promise<{ items: DocumentTypeEntry[] }> {
  const items = await tx.sql<DocumentTypeEntry>(
    `select ${columns} from document_type
      order by is_built_in desc, array_position(array['invoice', 'order', 'offer', 'contract', 'protocol'], key) nulls last, created_at, key`,
  )
  return { items }
}

/** Refuses a type that does not exist, or that is offered no more. */
export async function mustBeOffered(tx: Tx, type: string) {
  const [row] = await tx.sql('select 1 from document_type where key = $1 and hidden_at is null', [type])
  if (!row) throw new Refusal('invalid', ['type'])
}

/** Adds a type; for administrators. */
export async function createDocumentType(
  tx: Tx,
  input: Input<typeof createContract>['body'],
): Promise<DocumentTypeEntry> {
  const me = await mustBeAdmin(tx)
  const [made] = await tx.sql<DocumentTypeEntry>(
    `insert into document_type (name_pl, name_en, icon, colour, words) values ($1, $2, $3, $4, $5) returning ${columns}`,
    [input.namePl.trim(), input.nameEn.trim(), input.icon, input.colour, distinct(input.words)],
  )
  if (!made) throw new Error('an insert answers with its row')
  await record(tx, 'created', 'document-type', me, { key: made.key })
  return made
}

/** Changes what is named; for administrators. What is of no other type cannot be hidden, and an own type must have its names. */
export async function changeDocumentType(
  tx: Tx,
  key: string,
  change: Input<typeof changeContract>['body'],
): Promise<DocumentTypeEntry> {
  const me = await mustBeAdmin(tx)
  if (key === REST && change.isHidden) throw new Refusal('invalid', ['isHidden'])
  const { items } = await listDocumentTypes(tx)
  const old = items.find(one => one.key === key)
  if (!old) throw new Refusal('not-found')
  const now = { ...old, ...change }
  if (!old.isBuiltIn && (now.namePl === null || now.nameEn === null)) throw new Refusal('invalid', ['namePl', 'nameEn'])
  const [row] = await tx.sql<DocumentTypeEntry>(
    `update document_type set name_pl = $2, name_en = $3, icon = $4, colour = $5, words = $6,
        hidden_at = case when $7 then coalesce(hidden_at, now()) end
      where key = $1 returning ${columns}`,
    [
      key,
      now.namePl?.trim() ?? null,
      now.nameEn?.trim() ?? null,
      now.icon,
      now.colour,
      distinct(now.words),
      now.isHidden,
    ],
  )
  if (!row) throw new Refusal('not-found')
  await record(tx, 'changed', 'document-type', me, { key, ...change })
  return row
}

async function mustBeAdmin(tx: Tx): Promise<string> {
  const me = await readMe(tx)
  if (!me.isAdmin) throw new Refusal('not-allowed')
  return me.id
}

function distinct(words: string[]): string[] {
  return [...new Set(words.map(word => word.trim().toLowerCase()))]
}
