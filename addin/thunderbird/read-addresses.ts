import type { MailAddress } from '../host/mail-host.ts'

/** Mailboxes as header fields write them, with lower-case addresses; what has no address is left out. */
export async function readAddresses(values: string[]): Promise<MailAddress[]> {
  if (values.length === 0) return []
  const mailboxes = await messenger.messengerUtilities.parseMailboxString(values.join(', '))
  return mailboxes.flatMap(({ name, email }) =>
    email ? [{ name: name && name !== email ? name : '', address: email.toLowerCase() }] : [],
  )
}
