import type { Door } from './door.ts'
import { MailboxTrouble } from './mailbox-trouble.ts'
import { mailboxKey, openPassword } from './seal-password.ts'

/** How to sign in to a mailbox, and what to read of it. */
export interface MailboxSettings {
  host: string
  port: number
  tls: boolean
  user: string
  password: string
  since: string
  folders: string[]
}

type SettingsRow = Omit<MailboxSettings, 'user' | 'password'> & { user_name: string; secret: Buffer }

/** The present settings of the door's mailbox, with its password decrypted. */
export async function readSettings(door: Door): Promise<MailboxSettings> {
  const [row] = await door.work(tx => tx.sql<SettingsRow>('select * from open_mailbox($1)', [door.mailboxId]))
  if (!row) throw new MailboxTrouble('gone')
  const { user_name: user, secret, ...rest } = row
  try {
    const password = openPassword(mailboxKey(door.house.config.dataFolder), secret, { ...rest, user })
    return { ...rest, user, password }
  } catch (error) {
    throw new MailboxTrouble('secret-lost', error)
  }
}
