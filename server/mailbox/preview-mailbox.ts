import type { ImapFlow } from 'imapflow'
import type { MailboxLogin, MailboxPreview } from '../../shared/mailbox.ts'
import type { Database } from '../database/work.ts'
import { judgeUnstored } from '../filing/judge-unstored.ts'
import { readable } from '../filing/receive-message.ts'
import { chooseFolders } from './choose-folders.ts'
import { connect, leave } from './connect.ts'
import { readingTrouble } from './mailbox-trouble.ts'
import { credentialOf } from './try-mailbox.ts'

const PATIENCE_MS = 60_000
/** So many of the newest are looked at; more would keep somebody waiting who only wants an idea. */
const MOST_LOOKED_AT = 1_000
const GROUP = 100
const LONGEST_HEAD = 256 * 1024

const nothing = { total: 0, lookedAt: 0, files: 0, waits: 0, leftOut: 0, unknownSenders: 0 }

/**
 * What would become of the mail of a mailbox that nobody has added yet: its heads are read and judged as if they arrived
 * now, with the eyes of the one who asks, and nothing of it is stored. Bodies are not fetched, so what only they name is not found.
 */
export async function previewMailbox(
  { database, user }: { database: Database; user: string },
  login: MailboxLogin,
  since: string,
): Promise<MailboxPreview> {
  const credential = credentialOf(login)
  const limit = AbortSignal.timeout(PATIENCE_MS)
  let client: ImapFlow | null = null
  const giveUp = () => client?.close()
  limit.addEventListener('abort', giveUp)
  try {
    const { host, port, tls, user: name, authority = null } = login
    client = await connect({ host, port, tls, user: name, authority, credential, since, folders: [] }, limit)
    const { folders } = await chooseFolders(client, [])
    const count = buildCount()
    for (const folder of folders)
      await readFolder(client, { folder, since, share: folders.length }, { database, user, count })
    return { trouble: null, ...count.result() }
  } catch (error) {
    const { code } = readingTrouble(error, client?.usable ?? false)
    return { trouble: code === 'gone' ? 'internal' : code, ...nothing }
  } finally {
    limit.removeEventListener('abort', giveUp)
    if (client) await leave(client)
  }
}

interface Looking {
  database: Database
  user: string
  count: ReturnType<typeof buildCount>
}

async function readFolder(
  client: ImapFlow,
  { folder, since, share }: { folder: string; since: string; share: number },
  { database, user, count }: Looking,
) {
  await client.mailboxOpen(folder, { readOnly: true })
  const uids = (await client.search({ since: new Date(since) }, { uid: true })) || []
  count.found(uids.length)
  const newest = uids.toSorted((one, other) => other - one).slice(0, Math.ceil(MOST_LOOKED_AT / share))
  for (let at = 0; at < newest.length; at += GROUP) {
    const heads: Buffer[] = []
    for await (const { headers } of client.fetch(newest.slice(at, at + GROUP), { headers: true }, { uid: true }))
      if (headers && headers.byteLength < LONGEST_HEAD) heads.push(headers)
    for (const head of heads) {
      const parsed = await readable(head)
      if (typeof parsed === 'string') count.judged({ action: 'triage', reason: null, sender: null })
      else count.judged(await database.read(user, query => judgeUnstored(query, parsed)))
    }
  }
}

/** Numbers only: what was read is forgotten as soon as it is judged. */
function buildCount() {
  const counted = { ...nothing }
  const strangers = new Set<string>()
  return {
    found(amount: number) {
      counted.total += amount
    },
    judged({ action, reason, sender }: { action: string; reason: string | null; sender: string | null }) {
      counted.lookedAt += 1
      if (action === 'file') counted.files += 1
      else if (action === 'leave-out') counted.leftOut += 1
      else counted.waits += 1
      if (reason === 'unknown-sender' && sender) strangers.add(sender)
    },
    result: () => ({ ...counted, unknownSenders: strangers.size }),
  }
}
