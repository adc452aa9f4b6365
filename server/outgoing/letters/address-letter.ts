import { User } from '../../identity/user.entity.ts'
import type { WorkingHouse } from '../../job/jobs-database.ts'
import type { Letter } from '../write-letter.ts'
import type { MailToSend } from './mail-to-send.ts'

/** To the former address: that an administrator changed it. Null when it is the present one again. */
export async function writeAddressLetter(house: WorkingHouse, mail: MailToSend): Promise<Letter | null> {
  const { language, name, email } = mail
  const account = await house.database.work(mail.user_id, tx => tx.em.findOne(User, mail.user_id))
  if (!account || account.email === email) return null
  const { subject, greeting, lead, end } = words[language]
  const parts = [{ words: greeting(name) }, { words: lead(email, account.email) }, { words: end }]
  return { language, subject, parts }
}

const words = {
  pl: {
    subject: 'Zmieniono adres konta w Lupie',
    greeting: (name: string) => `Dzień dobry, ${name}!`,
    lead: (former: string, present: string) =>
      `Administrator zmienił adres twojego konta w Lupie z ${former} na ${present}. Od teraz logujesz się nowym adresem; hasło zostaje bez zmian.`,
    end: 'Jeśli ta zmiana jest niespodziewana, powiedz o niej administratorowi.',
  },
  en: {
    subject: 'The address of your Lupa account was changed',
    greeting: (name: string) => `Hello ${name},`,
    lead: (former: string, present: string) =>
      `An administrator changed the address of your Lupa account from ${former} to ${present}. From now on you sign in with the new address; your password stays the same.`,
    end: 'If you did not expect this, tell your administrator.',
  },
}
