import type { tryMailServer } from '../../shared/outgoing-mail.ts'
import type { Output } from '../../shared/route.ts'
import type { Asked, House } from '../http/app-type.ts'
import { readMe } from '../identity/session.ts'
import { mailboxKey } from '../mailbox/seal-password.ts'
import { companyName } from './company-name.ts'
import { handIn } from './hand-in.ts'
import { keptServer, openServer } from './mail-server.ts'
import { mailTrouble } from './mail-trouble.ts'
import { writeLetter } from './write-letter.ts'

/** Sends the one who asks, an administrator, a mail, and answers how that went. */
export async function tryServer(
  { database, config }: House,
  work: Asked<typeof tryMailServer>['work'],
): Promise<Output<typeof tryMailServer>> {
  const { me, from } = await work(async tx => {
    await tx.sql('select administrators_only()')
    return { me: await readMe(tx), from: await companyName(tx) }
  })
  try {
    const server = openServer(await database.work(null, keptServer), mailboxKey(config.dataFolder))
    const { subject, lead } = words[me.language]
    const letter = writeLetter({ language: me.language, subject, parts: [{ words: lead }] })
    await handIn(server, letter, { to: me.email, from, id: crypto.randomUUID() })
    return { trouble: null, said: null, to: me.email }
  } catch (error) {
    const { code, said } = mailTrouble(error)
    return { trouble: code, said, to: me.email }
  }
}

const words = {
  pl: {
    subject: 'Próba poczty z Lupy',
    lead: 'Poczta wychodząca działa. Ten mail wysłano przyciskiem „Wyślij próbny mail”.',
  },
  en: {
    subject: 'Lupa’s mail works',
    lead: 'Outgoing mail works. This mail was sent by the button “Send a test mail”.',
  },
}
