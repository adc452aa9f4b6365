import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type pg from 'pg'

export type DoorName = 'push' | 'imap' | 'graph' | 'journal'

/** A mail that a door has acknowledged, or that lies in a mailbox that is read. */
export interface Acknowledged {
  number: number
  messageId: string
  door: DoorName
  owner: string
  hash: string
}

/** sha256 of a source as it was sent. */
export const hashOfSource = (source: string) => createHash('sha256').update(source).digest('hex')

interface Copy {
  message_id: string
  email: string
  door: DoorName
  source_hash: string
}

/** Everything that is wrong with what is stored, beside what was acknowledged; nothing when the books are right. */
export async function audit(books: pg.Client, ledger: Acknowledged[], blobFolder: string): Promise<string[]> {
  const { rows: copies } = await books.query<Copy>(
    `select m.message_id, u.email, c.door, c.source_hash from message_copy c
       join message m on m.id = c.message_id join app_user u on u.id = c.owner_id`,
  )
  const stored = new Set(copies.map(copy => keyOf(copy.message_id, copy.email, copy.door, copy.source_hash)))
  const lost = ledger.filter(one => !stored.has(keyOf(one.messageId, one.owner, one.door, one.hash)))
  return [
    ...lost.map(one => `lost: ${one.messageId} of ${one.owner} by ${one.door}`),
    ...(await rowsAre(books, 'twice', 'select message_id from message group by 1 having count(*) > 1')),
    ...(await rowsAre(
      books,
      'two items',
      'select object_id::text from item group by contractor_id, object_id having count(*) > 1',
    )),
    ...(await rowsAre(
      books,
      'filed without an item of its own mail',
      `select i.id::text from item i where i.kind in ('mail-in', 'mail-out') and not exists (select from message_copy c where c.message_id = i.object_id)`,
    )),
    ...(await rowsAre(
      books,
      'nobody may see',
      'select i.id::text from item i where not exists (select from item_access a where a.item_id = i.id)',
    )),
    ...(await rowsAre(
      books,
      'neither filed nor to be decided',
      `select m.message_id from message m where not exists (select from item i where i.object_id = m.id)
          and not exists (select from triage_entry t where t.message_id = m.id)`,
    )),
    ...(await unseenByOwners(books)),
    ...(await damagedBlobs(books, blobFolder)),
  ]
}

/**
 * Whoever's mailbox a mail came to may read it, and finds it in a file that he sees or among what waits for him: asked as
 * that person, under the row policies.
 */
async function unseenByOwners(books: pg.Client): Promise<string[]> {
  const { rows: owners } = await books.query<{ id: string; email: string; owned: string[] }>(
    `select u.id, u.email, array_agg(distinct c.message_id::text) as owned
       from message_copy c join app_user u on u.id = c.owner_id group by 1, 2`,
  )
  const faults: string[] = []
  for (const { id, email, owned } of owners) {
    await books.query('begin')
    await books.query('set local role lupa_app')
    await books.query(`select set_config('lupa.user', $1, true)`, [id])
    const without = async (what: string, places: string) => {
      const text = `select id from unnest($1::text[]) id except (${places})`
      const { rows } = await books.query<{ id: string }>(text, [owned])
      return rows.map(row => `${email} ${what}: ${row.id}`)
    }
    faults.push(
      ...(await without('may not read', 'select id::text from message')),
      ...(await without(
        'finds nowhere',
        'select object_id::text from item union select message_id::text from triage_entry',
      )),
    )
    await books.query('rollback')
  }
  return faults
}

function keyOf(...parts: string[]): string {
  return parts.join(' ')
}

async function rowsAre(books: pg.Client, what: string, text: string): Promise<string[]> {
  const { rows } = await books.query({ text, rowMode: 'array' })
  return rows.map(([value]) => `${what}: ${value}`)
}

/** Every blob that a row names lies on disk with just those bytes, and nothing else lies there. */
async function damagedBlobs(books: pg.Client, folder: string): Promise<string[]> {
  const { rows } = await books.query<{ hash: string }>('select hash from blob')
  const named = new Set(rows.map(row => row.hash))
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile())
  const right = files.filter(file => hashOfFile(path.join(file.parentPath, file.name)) === file.name)
  const present = new Set(right.map(file => file.name))
  return [
    ...files.filter(file => !named.has(file.name)).map(file => `orphan: ${file.name}`),
    ...[...named].filter(hash => !present.has(hash)).map(hash => `missing or damaged: ${hash}`),
  ]
}

function hashOfFile(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex')
}
