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
export async function writePasswordLetter(house: WorkingHouse, mail: MailToSend): Promise<Letter | null> {
  const { config } = house
  const { id, language } = mail
  if (!config.publicUrl) throw new MailTrouble('no-public-url')
  const link = await makeLink(house, id, LINK_MS)
  if (!link) return null
  const words = link.isKnown ? resetWords[language] : invitationWords[language]
  return letterWith(mail, words, passwordLink(config, link.token))
}

/** What a mail with a link says. */
export interface LinkWords {
  subject: string
  greeting: (name: string) => string
  lead: string
  button: string
  end: string
}

/** Makes the link of a mail that waits; null when it may no longer be made. */
export async function makeLink({ jobs, now }: WorkingHouse, mailId: string, lifeMs: number) {
  const token = freshToken()
  const [made] = await jobs.call<{ known: boolean | null }>('select make_mailed_link($1, $2, $3) as known', [
    mailId,
    tokenHash(token),
    new Date(now().getTime() + lifeMs),
  ])
  return !made || made.known === null ? null : { token, isKnown: made.known }
}

export function letterWith({ language, name }: MailToSend, words: LinkWords, url: string): Letter {
  const { subject, greeting, lead, button, end } = words
  return { language, subject, parts: [{ words: greeting(name) }, { words: lead }, { button, url }, { words: end }] }
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
    lead: 'Administrator wysłał ci link, którym ustawisz nowe hasło. Dotychczasowe działa, dopóki go nie zmienisz.',
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
