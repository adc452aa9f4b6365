import type { AuditEntry, exportAudit as contract } from '../../shared/audit.ts'
import type { Input } from '../../shared/route.ts'
import type { Query } from '../database/work.ts'
import { readAudit } from './read-audit.ts'

const PAGE = 1000
const head = ['at', 'user', 'user_id', 'verb', 'object_type', 'object', 'object_id', 'details', 'sealed']

type Read = <Result>(act: (query: Query) => Promise<Result>) => Promise<Result>

/** The log as CSV, newest first, page by page: no transaction is open while a reader takes his time. */
export async function* exportAudit(read: Read, filter: Input<typeof contract>['querystring']): AsyncGenerator<string> {
  // So that Excel takes it for UTF-8.
  yield `\uFEFF${head.join(';')}\r\n`
  let cursor: string | null = null
  do {
    const wanted = { ...filter, limit: PAGE, ...(cursor && { cursor }) }
    const page: { items: AuditEntry[]; next: string | null } = await read(query => readAudit(query, wanted))
    yield page.items.map(lineOf).join('')
    cursor = page.next
  } while (cursor)
}

function lineOf(entry: AuditEntry): string {
  const cells = [
    entry.at,
    entry.userName ?? '',
    entry.userId ?? '',
    entry.verb,
    entry.objectType,
    entry.objectName ?? '',
    entry.objectId,
    JSON.stringify(entry.details),
    entry.sealed ? '1' : '0',
  ]
  return `${cells.map(cellOf).join(';')}\r\n`
}

/** A cell that begins like a formula would be run by a spreadsheet; names come from strangers. */
function cellOf(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return `"${harmless.replaceAll('"', '""')}"`
}
