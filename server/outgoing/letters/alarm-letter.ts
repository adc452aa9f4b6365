import type { Mailbox, MailboxTroubleCode } from '../../../shared/mailbox.ts'
import type { House } from '../../http/app-type.ts'
import { readMailboxes } from '../../mailbox/read-mailboxes.ts'
import type { Letter, Line } from '../write-letter.ts'
import { type AlarmWords, alarmWords } from './alarm-words.ts'
import type { MailToSend } from './mail-to-send.ts'

/** That mailboxes are not read: those that still are not, and that its reader may know of. */
export async function writeAlarmLetter(house: House, mail: MailToSend): Promise<Letter | null> {
  const words = alarmWords[mail.language]
  const named = (await mailboxesOf(house, mail)).filter(mailbox => mailbox.lag === null || mailbox.state !== 'live')
  if (named.length === 0) return null
  const lines = named.map(mailbox => lineOf(mailbox, words))
  return letterOf(house, mail, { subject: words.alarm(named.length), lead: words.alarmLead, lines })
}

/** That mailboxes are read again. */
export async function writeClearLetter(house: House, mail: MailToSend): Promise<Letter | null> {
  const words = alarmWords[mail.language]
  const named = await mailboxesOf(house, mail)
  if (named.length === 0) return null
  const lines = named.map(mailbox => ({ words: mailbox.user, note: mailbox.host }))
  return letterOf(house, mail, { subject: words.clear(named.length), lead: words.clearLead, lines })
}

/** The mailboxes of a mail, as far as its reader sees them now. */
async function mailboxesOf({ database, now }: House, { user_id, about }: MailToSend): Promise<Mailbox[]> {
  const seen = await database.work(user_id, tx => readMailboxes(tx, now()))
  return seen.filter(mailbox => about.includes(mailbox.id))
}

function letterOf(
  { config }: House,
  { language }: MailToSend,
  { subject, lead, lines }: { subject: string; lead: string; lines: Line[] },
): Letter {
  const { button } = alarmWords[language]
  const way = config.publicUrl ? [{ button, url: `${config.publicUrl}/#/mailboxes` }] : []
  return { language, subject, parts: [{ words: lead }, { lines }, ...way] }
}

function lineOf({ user, host, error, lastSyncAt }: Mailbox, words: AlarmWords): Line {
  const since = lastSyncAt ? words.since(new Date(lastSyncAt)) : words.never
  const why = words.troubles[(error ?? 'silent') as MailboxTroubleCode | 'silent'] ?? words.troubles.silent
  return { words: `${user} (${host})`, note: `${since} ${why}` }
}
