import { isIPv4 } from 'node:net'
import type { Tx } from '../database/work.ts'

/** Whether a host is this machine, so that nothing said to it crosses a wire. */
export function isLoopback(host: string): boolean {
  const name = host.toLowerCase()
  return name === 'localhost' || name === '::1' || (isIPv4(name) && name.startsWith('127.'))
}

/** Whether a password may be sent to a host unencrypted: to this machine, or where the company's setting says so. */
export async function maySpeakPlainly(tx: Tx, host: string): Promise<boolean> {
  if (isLoopback(host)) return true
  const [setting] = await tx.sql<{ value: unknown }>(`select value from company_setting where key = 'plain-imap'`)
  return setting?.value === true
}
