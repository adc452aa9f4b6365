import { newPasswordLink } from '../../identity/password-link.ts'
import type { WorkingHouse } from '../../job/jobs-database.ts'
import { MailTrouble } from '../mail-trouble.ts'
import type { Letter } from '../write-letter.ts'
import type { MailToSend } from './mail-to-send.ts'
import { type LinkWords, letterWith, makeLink } from './password-letter.ts'

/** Anybody may have asked for it, so it is good for an hour only. */
export const FORGOTTEN_LINK_MS = 3_600_000

/** The way back in for who asked for it himself. */
export async function writeForgottenLetter(house: WorkingHouse, mail: MailToSend): Promise<Letter | null> {
  if (!house.config.publicUrl) throw new MailTrouble('no-public-url')
  const link = await makeLink(house, mail.id, FORGOTTEN_LINK_MS)
  return link && letterWith(mail, words[mail.language], newPasswordLink(house.config, link.token))
}

const words: Record<MailToSend['language'], LinkWords> = {
  pl: {
    subject: 'Nowe hasło do Lupy',
    greeting: name => `Dzień dobry, ${name}!`,
    lead: 'Ktoś, zapewne ty, napisał na stronie logowania, że nie pamięta hasła. Tym linkiem ustawisz nowe; wtedy skończą się wszystkie twoje sesje i tokeny. Dotychczasowe hasło działa, dopóki go nie zmienisz.',
    button: 'Ustaw nowe hasło',
    end: 'Link działa raz, przez godzinę. Jeśli to nie ty o niego prosisz, nic nie rób: bez tego maila nikt hasła nie zmieni.',
  },
  en: {
    subject: 'A new password for Lupa',
    greeting: name => `Hello ${name},`,
    lead: 'Somebody, probably you, said on the sign-in page that the password is forgotten. With this link you set a new one, which ends all your sessions and tokens. The one you have works until you change it.',
    button: 'Set a new password',
    end: 'The link works once, for an hour. If you did not ask for it, do nothing: without this mail nobody changes your password.',
  },
}
