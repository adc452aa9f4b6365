import type {
  changeMailTemplate as changeContract,
  createMailTemplate as createContract,
  MailTemplate,
} from '../../shared/mail-template.ts'
import type { Input } from '../../shared/route.ts'
import { record } from '../audit/record.ts'
import type { Tx } from '../database/work.ts'
import { readMe } from '../identity/session.ts'
import { nameCursor, readNameCursor } from '../list/name-cursor.ts'
import { Refusal } from '../refusal.ts'

const columns = `id, name, language, subject, body, owner_id is null as "isShared", archived_at is not null as "isArchived",
  owner_id is not null or am_admin() as "mayChange"`

/** One's own templates and the company's: those in use, or those in the archive. */
export async function listMailTemplates(tx: Tx, filter: { archived?: boolean; limit?: number; cursor?: string }) {
  const limit = filter.limit ?? 50
  const after = readNameCursor(filter.cursor)
  const rows = await tx.sql<MailTemplate>(
    `select ${columns} from mail_template
      where (archived_at is not null) = $1 and (name, id) > ($2, $3) order by name, id limit $4`,
    [filter.archived ?? false, after.key, after.id, limit + 1],
  )
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return { items, next: rows.length > limit && last ? nameCursor({ key: last.name, id: last.id }) : null }
}

/** Adds a template of one's own; one for everybody only as an administrator. */
export async function createMailTemplate(tx: Tx, input: Input<typeof createContract>['body']): Promise<MailTemplate> {
  const { name, language, subject, body, isShared } = input
  const me = await readMe(tx)
  if (isShared && !me.isAdmin) throw new Refusal('not-allowed')
  const [made] = await tx.sql<MailTemplate>(
    `insert into mail_template (owner_id, name, language, subject, body) values ($1, $2, $3, $4, $5) returning ${columns}`,
    [isShared ? null : me.id, name.trim(), language, subject.trim(), body],
  )
  if (!made) throw new Error('an insert answers with its row')
  await record(tx, 'created', 'mail-template', made.id, { isShared })
  return made
}

/** Changes what is named. One that the caller sees and may not change is refused, any other is not there. */
export async function changeMailTemplate(
  tx: Tx,
  id: string,
  change: Input<typeof changeContract>['body'],
): Promise<MailTemplate> {
  const [old] = await tx.sql<MailTemplate>(`select ${columns} from mail_template where id = $1`, [id])
  if (!old) throw new Refusal('not-found')
  if (!old.mayChange) throw new Refusal('not-allowed')
  const now = { ...old, ...change }
  const [row] = await tx.sql<MailTemplate>(
    `update mail_template set name = $2, language = $3, subject = $4, body = $5,
        archived_at = case when $6 then coalesce(archived_at, now()) end
      where id = $1 returning ${columns}`,
    [id, now.name.trim(), now.language, now.subject.trim(), now.body, now.isArchived],
  )
  if (!row) throw new Refusal('not-found')
  await record(tx, 'changed', 'mail-template', id, { isShared: row.isShared, isArchived: row.isArchived })
  return row
}
