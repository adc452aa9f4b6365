import type { MailAddress } from './mail-host.ts'
import { settled } from './office-call.ts'
import { addresses } from './outlook-message.ts'

/** One line of recipients, of a mail that is read or being written. */
export async function recipientsOf(field: OfficeItem['to']): Promise<MailAddress[]> {
  if (!field || Array.isArray(field)) return addresses(field ?? [])
  return addresses(await settled<OfficeAddress[]>(done => field.getAsync(done)))
}

/** Everybody to whom a draft will go. */
export async function readRecipients(item: OfficeItem): Promise<MailAddress[]> {
  return (await Promise.all([item.to, item.cc, item.bcc].map(recipientsOf))).flat()
}
