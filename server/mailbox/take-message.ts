import { receiveMessage } from '../filing/receive-message.ts'
import { isDiskTrouble } from '../storage/disk-trouble.ts'
import type { Door } from './door.ts'
import type { Fetched } from './fetch-group.ts'
import type { FolderPlace } from './folder-place.ts'
import { MailboxTrouble } from './mailbox-trouble.ts'

/** Hands one message to the one way in, as the owner of the mailbox. Answers why not, or null when it is stored. */
export async function takeMessage(door: Door, place: FolderPlace, message: Fetched): Promise<string | null> {
  const { uid, source, receivedAt } = message
  try {
    const remoteId = `${place.folder}/${place.uidValidity}/${uid}`
    const arrival = { door: 'imap', mailboxId: door.mailboxId, remoteId, ...(receivedAt && { receivedAt }) } as const
    await door.inTurn(() => receiveMessage(door.house, { userId: door.ownerId, source, arrival }))
    return null
  } catch (error) {
    if (isDiskTrouble(error)) throw new MailboxTrouble('storage', error)
    const { code, name, stack } = error as Error & { code?: string }
    // Not the error's text: a database puts the values at fault into it.
    const at = stack?.split('\n').find(line => line.startsWith('    at '))
    door.log.warn({ mailboxId: door.mailboxId, uid, name, code, at: at?.trim() }, 'a message could not be taken')
    return 'not-processable'
  }
}
