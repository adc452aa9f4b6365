import type { Whereabouts } from './mail-host.ts'
import { settled } from './office-call.ts'

type Mailbox = (typeof Office)['context']['mailbox']

/** What Outlook tells of a mail that it does not give out. */
interface Named {
  itemId?: string | null
  getSharedPropertiesAsync?: OfficeItem['getSharedPropertiesAsync']
}

/** Outlook on a telephone names mails as Graph does; the others in the way of the older service. */
const telephones = ['OutlookIOS', 'OutlookAndroid']

/** Where Microsoft's Graph would find a mail: in whose mailbox, and by which names. */
export async function whereaboutsOf(mailbox: Mailbox, item: Named, messageId: string | null): Promise<Whereabouts> {
  const itemId = item.itemId ? restIdOf(mailbox, item.itemId) : null
  return {
    mailbox: await ownerOf(mailbox, item),
    ...(itemId && { itemId }),
    ...(messageId && { messageId }),
  }
}

function restIdOf(mailbox: Mailbox, itemId: string): string | null {
  if (telephones.includes(mailbox.diagnostics?.hostName ?? '')) return itemId
  return mailbox.convertToRestId?.(itemId, 'v2.0') ?? null
}

/** A mail in another person's folder lies in that person's mailbox. */
async function ownerOf(mailbox: Mailbox, item: Named): Promise<string> {
  const shared = item.getSharedPropertiesAsync
    ? await settled<{ targetMailbox?: string }>(done => item.getSharedPropertiesAsync?.(done)).catch(() => null)
    : null
  return shared?.targetMailbox ?? mailbox.userProfile.emailAddress
}
