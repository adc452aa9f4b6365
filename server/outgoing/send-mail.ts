import type { WorkingHouse } from '../job/jobs-database.ts'
import { mailboxKey } from '../mailbox/seal-password.ts'
import { Refusal } from '../refusal.ts'
import { companyName } from './company-name.ts'
import { handIn, reachServer } from './hand-in.ts'
import { type Letters, letters } from './letters/letters.ts'
import type { MailToSend } from './letters/mail-to-send.ts'
import { keptServer, openServer } from './mail-server.ts'
import { MailTrouble } from './mail-trouble.ts'
import { writeLetter } from './write-letter.ts'

/** Sends one mail that waits: finds its words by what its reader may see now, and hands it in. */
export function sendMail(house: WorkingHouse, mailId: string): Promise<void> {
  return send(house, mailId, letters)
}

const carryLinks = new Set<MailToSend['kind']>(['password-link', 'password-forgotten'])

async function send(house: WorkingHouse, mailId: string, writers: Letters) {
  const { database, jobs, config } = house
  const settle = (state: 'sent' | 'nothing' | null, failure: string | null) =>
    jobs.call('select settle_mail($1, $2, $3)', [mailId, state, failure])
  const [mail] = await jobs.call<MailToSend>('select * from mail_to_send($1)', [mailId])
  if (!mail) return void (await settle('nothing', null))
  try {
    const server = openServer(await database.work(null, keptServer), mailboxKey(config.dataFolder))
    // A link that is made ends those before it, so not before somebody is there to take the letter.
    if (carryLinks.has(mail.kind)) await reachServer(server)
    const letter = await writers[mail.kind](house, { ...mail, id: mailId })
    if (!letter) return void (await settle('nothing', null))
    const from = await database.work(mail.user_id, companyName)
    await handIn(server, writeLetter(letter), { to: mail.email, from, id: mailId })
    await settle('sent', null)
  } catch (error) {
    if (!(error instanceof MailTrouble)) throw error
    await settle(null, error.code)
    // Nothing but a code may stand in the list of jobs.
    throw new Refusal('mail-not-taken')
  }
}
