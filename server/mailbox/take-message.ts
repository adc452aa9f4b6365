import { type Incoming, receiveMessage } from '../filing/receive-message.ts'
import { asRefusal } from '../refusal-of.ts'
import { isDiskTrouble } from '../storage/disk-trouble.ts'
import type { Door } from './door.ts'
import type { Fetched } from './fetch-group.ts'
import type { FolderPlace } from './folder-place.ts'
import { MailboxTrouble } from './mailbox-trouble.ts'

/** Hands one message to the one way in, as the owner of the mailbox. Answers why not, or null when it is stored. */
export function takeMessage(door: Door, place: FolderPlace, message: Fetched): Promise<string | null> {
  const { uid, source, receivedAt } = message
  const remoteId = `${place.folder}/${place.uidValidity}/${uid}`
  const arrival = { door: 'imap', mailboxId: door.mailboxId, remoteId, ...(receivedAt && { receivedAt }) } as const
  return takeSource(door, source, arrival)
}

/** The same for any sort of mailbox. Trouble of our own disk is thrown, for it says nothing about the message. */
export async function takeSource(door: Door, source: Uint8Array, arrival: Incoming['arrival']): Promise<string | null> {
  try {
    await door.inTurn(() => receiveMessage(door.house, { userId: door.ownerId, source, arrival }))
    return null
  } catch (error) {
    if (isDiskTrouble(error)) throw new MailboxTrouble('storage', error)
    // Her mails from before she was erased are passed over, and not tried again.
    if (asRefusal(error as Error).code === 'person-erased') return null
    const { code, name, stack } = error as Error & { code?: string }
    // Not the error's text: a database puts the values at fault into it.
    const at = stack?.split('\n').find(line => line.startsWith('    at '))
    door.log.warn(
      { mailboxId: door.mailboxId, remoteId: arrival.remoteId, name, code, at: at?.trim() },
      'a message could not be taken',
    )
    return 'not-processable'
  }
}
