import { LINK_MS } from '../../identity/account.ts'
import { passwordLink } from '../../identity/password-link.ts'
import { freshToken, tokenHash } from '../../identity/token.ts'
import type { WorkingHouse } from '../../job/jobs-database.ts'
import { MailTrouble } from '../mail-trouble.ts'
import type { Letter } from '../write-letter.ts'
import type { MailToSend } from './mail-to-send.ts'

/**
 * An invitation, or a way back in. Its link is made now: what waited held none, and a mail that is sent again carries
 * another, which ends the first.
 */
export async function writePasswordLetter(
  { jobs, config, now }: WorkingHouse,
  { id, name, language }: MailToSend,
): Promise<Letter | null> {
  if (!config.publicUrl) throw new MailTrouble('no-public-url')
  const token = freshToken()
  const [made] = await jobs.call<{ known: boolean | null }>('select make_mailed_link($1, $2, $3) as known', [
    id,
    tokenHash(token),
    new Date(now().getTime() + LINK_MS),
  ])
  if (!made || made.known === null) return null
  const words = made.known ? resetWords[language] : invitationWords[language]
  return {
    language,
    subject: words.subject,
    parts: [
      { words: words.greeting(name) },
      { words: words.lead },
      { button: words.button, url: passwordLink(config, token) },
      { words: words.end },
    ],
  }
}

const invitationWords = {
  pl: {
    subject: 'Zaproszenie do Lupy',
    greeting: (name: string) => `Dzień dobry, ${name}!`,
    lead: 'Masz konto w Lupie, która pokazuje kartotekę kontrahenta obok otwartego maila. Ustaw hasło, a od razu się zalogujesz.',
    button: 'Ustaw hasło',
    end: 'Link działa raz, przez trzy dni. Nie przekazuj go nikomu.',
  },
  en: {
    subject: 'Your invitation to Lupa',
    greeting: (name: string) => `Hello ${name},`,
    lead: 'You have an account in Lupa, which shows a contractor’s whole file beside the open mail. Set a password and you are signed in.',
    button: 'Set a password',
    end: 'The link works once, for three days. Do not pass it on.',
  },
}

const resetWords = {
  pl: {
    subject: 'Nowe hasło do Lupy',
    greeting: (name: string) => `Dzień dobry, ${name}!`,
    lead: 'Administrator wysłał Ci link, którym ustawisz nowe hasło. Dotychczasowe działa, dopóki go nie zmienisz.',
    button: 'Ustaw nowe hasło',
    end: 'Link działa raz, przez trzy dni. Jeśli o to nie było prośby, powiedz o tym administratorowi.',
  },
  en: {
    subject: 'A new password for Lupa',
    greeting: (name: string) => `Hello ${name},`,
    lead: 'An administrator sent you a link to set a new password. The one you have works until you change it.',
    button: 'Set a new password',
    end: 'The link works once, for three days. If nobody asked for this, tell your administrator.',
  },
}
