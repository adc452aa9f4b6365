import type { Digest } from '../../shared/outgoing-mail.ts'
import type { Tx } from '../database/work.ts'

/** Whether the current user gets a daily mail, and whether anybody can be sent one. */
export async function readDigest(tx: Tx): Promise<{ digest: Digest; hasServer: boolean }> {
  const [row] = await tx.sql<{ digest: Digest; hasServer: boolean }>(
    'select my_digest() as digest, has_mail_server() as "hasServer"',
  )
  return row ?? { digest: 'off', hasServer: false }
}
