import type { ImapFlow, ListResponse } from 'imapflow'
import { MailboxTrouble } from './mailbox-trouble.ts'

/** Folders to read in this order, and whether one that was asked for is missing. */
export interface ChosenFolders {
  folders: string[]
  isMissing: boolean
}

/**
 * The inbox and the sent mail, or those named. The inbox comes last, because it is the one that is listened to
 * between looks, and because answers find their case when the letter that they answer is there before them.
 */
export async function chooseFolders(client: ImapFlow, named: string[]): Promise<ChosenFolders> {
  const listed = (await client.list()).filter(
    folder => !folder.flags.has('\\Noselect') && !folder.flags.has('\\NonExistent'),
  )
  const sent = listed.filter(folder => folder.specialUse === '\\Sent').slice(0, 1)
  const wanted = named.length === 0 ? ['INBOX', ...sent.map(folder => folder.path)] : named.map(spelling)
  const folders = wanted.filter(path => path === 'INBOX' || isListed(listed, path))
  if (folders.length === 0) throw new MailboxTrouble('folder-missing')
  return {
    folders: [...new Set(folders)].toSorted((one, other) => Number(one === 'INBOX') - Number(other === 'INBOX')),
    isMissing: folders.length < wanted.length,
  }
}

/** The inbox is the one folder whose name has no case (RFC 3501, 5.1). */
function spelling(path: string): string {
  return path.toUpperCase() === 'INBOX' ? 'INBOX' : path
}

function isListed(listed: ListResponse[], path: string): boolean {
  return listed.some(folder => folder.path === path)
}
