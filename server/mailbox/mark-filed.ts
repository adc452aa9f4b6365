import type { ImapFlow, MailboxObject } from 'imapflow'
import { filedKeyword } from '../../shared/filed-mark.ts'
import type { MarkTroubleCode } from '../../shared/mailbox.ts'
import type { Door } from './door.ts'
import { checkMarks, type DueMark, dueMarks, putOffMarks, settleMarks, showMarkTrouble } from './filed-marks.ts'

/**
 * Marks the copies in a mailbox whose owner sees them filed, and takes the mark from those he does not. A keyword changes
 * no UID, so nothing comes back by it as a new mail. What a server does not take is put off, and its owner is told why.
 */
export async function markFiled(door: Door, client: ImapFlow) {
  await checkMarks(door)
  for (;;) {
    const due = await dueMarks(door)
    if (due.length === 0) return
    for (const [folder, marks] of Map.groupBy(due, folderOf)) {
      if (door.signal.aborted) return
      await markFolder(door, client, folder, marks)
    }
  }
}

async function markFolder(door: Door, client: ImapFlow, folder: string, marks: DueMark[]) {
  const lock = await openForMarks(client, folder)
  try {
    const trouble = lock ? troubleOf(client) : null
    if (!lock || trouble) await putOffMarks(door, marks)
    else await tell(door, client, marks)
    if (lock) await showMarkTrouble(door, trouble)
  } finally {
    lock?.release()
  }
}

/** Null when the folder is not there, or not for us. */
async function openForMarks(client: ImapFlow, folder: string) {
  try {
    return await client.getMailboxLock(folder, { readOnly: false })
  } catch (error) {
    if ((error as { responseStatus?: string }).responseStatus === 'NO') return null
    throw error
  }
}

/** PERMANENTFLAGS names what a folder keeps (RFC 3501, 7.1); `\*` stands for any keyword. */
function troubleOf({ mailbox }: ImapFlow): MarkTroubleCode | null {
  const { permanentFlags, readOnly } = mailbox as MailboxObject
  if (readOnly) return 'marks-denied'
  // Servers compare keywords without regard to case, and keep the form in which one came first, such as Thunderbird's.
  const isKept = (flag: string) => flag === '\\*' || flag.toLowerCase() === filedKeyword.toLowerCase()
  return !permanentFlags || [...permanentFlags].some(isKept) ? null : 'no-marks'
}

async function tell(door: Door, client: ImapFlow, marks: DueMark[]) {
  const validity = String((client.mailbox as MailboxObject).uidValidity)
  // Under another UIDVALIDITY the number is some other mail's.
  const known = marks.filter(mark => placeOf(mark).uidValidity === validity)
  for (const wanted of [true, false]) {
    const uids = known.filter(mark => mark.wanted === wanted).map(mark => placeOf(mark).uid)
    if (uids.length === 0) continue
    const store = wanted ? client.messageFlagsAdd.bind(client) : client.messageFlagsRemove.bind(client)
    if (await store(uids.join(','), [filedKeyword], { uid: true })) continue
    await putOffMarks(door, marks)
    return
  }
  await settleMarks(door, marks)
}

function folderOf({ remote_id: remoteId }: DueMark): string {
  return remoteId.split('/').slice(0, -2).join('/')
}

function placeOf({ remote_id: remoteId }: DueMark) {
  const [uidValidity = '', uid = ''] = remoteId.split('/').slice(-2)
  return { uidValidity, uid }
}
