import type { Door } from '../mailbox/door.ts'
import { MailboxTrouble } from '../mailbox/mailbox-trouble.ts'
import { mailboxKey, openPassword, type PasswordUse } from '../mailbox/seal-password.ts'

/** How to reach a mailbox of Microsoft 365, and what to read of it. */
export interface GraphSettings {
  tenant: string
  clientId: string
  clientSecret: string
  /** The mailbox's address. */
  user: string
  since: string
  /** Well-known names or ids; empty means inbox and sent mail. */
  folders: string[]
}

interface Row {
  tenant: string
  client_id: string
  secret: Buffer
  user_name: string
  since: string
  folders: string[]
}

/** Who reads, and which mailbox: a door, or somebody who wants one message. */
type Reading = Pick<Door, 'mailboxId' | 'work'> & { house: Pick<Door['house'], 'config'> }

/** What an application's secret is sealed for: changed in the database to serve another tenant, it opens no more. */
export function secretUse(tenant: string, clientId: string): PasswordUse {
  return { host: tenant, port: 443, tls: true, user: clientId }
}

/** The present settings of the door's mailbox, with the application's secret decrypted. */
export async function readGraphSettings(door: Reading): Promise<GraphSettings> {
  const [row] = await door.work(tx => tx.sql<Row>('select * from open_microsoft($1)', [door.mailboxId]))
  if (!row) throw new MailboxTrouble('gone')
  const { tenant, client_id: clientId, secret, user_name: user, since, folders } = row
  const usual = folders.length > 0 ? folders : ['inbox', 'sentitems']
  try {
    const key = mailboxKey(door.house.config.dataFolder)
    const clientSecret = openPassword(key, secret, secretUse(tenant, clientId))
    return { tenant, clientId, clientSecret, user, since, folders: usual }
  } catch (error) {
    throw new MailboxTrouble('secret-lost', error)
  }
}
