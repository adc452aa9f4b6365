import type { Query, Statement } from '../database/work.ts'

/** Under the reader's rights: which mail a thread began with is told by a digest only, for the first mail may be hidden. */
const threadsSql: Statement = {
  name: 'threads-of-items',
  text: `select i.id as "itemId", md5(m.thread) as "threadId" from item i join message m on m.id = i.object_id where i.id = any($1)`,
}

/** In which conversation each of these mails stands, of those that the reader may see. */
export function readThreads(query: Query, itemIds: string[]): Promise<{ itemId: string; threadId: string }[]> {
  return query(threadsSql, [itemIds])
}
