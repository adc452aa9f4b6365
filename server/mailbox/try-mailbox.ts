import type { ImapFlow } from 'imapflow'
import type { MailboxLogin, MailboxTroubleCode } from '../../shared/mailbox.ts'
import { Refusal } from '../refusal.ts'
import { chooseFolders } from './choose-folders.ts'
import { connect, leave } from './connect.ts'
import { readingTrouble } from './mailbox-trouble.ts'
import type { Credential } from './read-settings.ts'

const PATIENCE_MS = 20_000
const MOST_FOLDERS = 500

/** What came of trying: the folders there are and which of them are read when none is named, or what stood in the way. */
export interface Tried {
  trouble: MailboxTroubleCode | null
  folders: { path: string; read: boolean }[]
}

/** Signs in with settings that nobody has kept yet, looks which folders there are, and leaves. */
export async function tryMailbox(login: MailboxLogin): Promise<Tried> {
  const credential = credentialOf(login)
  const limit = AbortSignal.timeout(PATIENCE_MS)
  let client: ImapFlow | null = null
  const giveUp = () => client?.close()
  limit.addEventListener('abort', giveUp)
  try {
    const { host, port, tls, user, authority = null } = login
    client = await connect({ host, port, tls, user, authority, credential, since: '', folders: [] }, limit)
    const { folders } = await chooseFolders(client, [])
    const listed = (await client.list()).filter(folder => !folder.flags.has('\\Noselect'))
    const paths = listed.map(folder => folder.path).slice(0, MOST_FOLDERS)
    return { trouble: null, folders: paths.map(path => ({ path, read: folders.includes(path) })) }
  } catch (error) {
    const { code } = readingTrouble(error, client?.usable ?? false)
    return { trouble: code === 'gone' ? 'internal' : code, folders: [] }
  } finally {
    limit.removeEventListener('abort', giveUp)
    if (client) await leave(client)
  }
}

/** An application's secret is given to nobody, so mailboxes that it reads are not tried beforehand. */
export function credentialOf({ signIn = 'password', password }: MailboxLogin): Credential {
  if (signIn === 'microsoft') throw new Refusal('invalid', ['signIn'])
  if (!password) throw new Refusal('invalid', ['password'])
  return signIn === 'token' ? { accessToken: password } : { pass: password }
}
