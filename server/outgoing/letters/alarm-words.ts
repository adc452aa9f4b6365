import type { MailboxTroubleCode } from '../../../shared/mailbox.ts'

type Troubles = Record<MailboxTroubleCode | 'silent', string>

/** What a letter about mailboxes says. */
export interface AlarmWords {
  alarm: (number: number) => string
  alarmLead: string
  clear: (number: number) => string
  clearLead: string
  since: (moment: Date) => string
  never: string
  button: string
  troubles: Troubles
}

/** A moment as a letter says it. */
export const moment = (locale: string, at: Date) =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short' }).format(at)

const pl: AlarmWords = {
  alarm: number => (number === 1 ? 'Skrzynka nie jest czytana' : `Nieczytane skrzynki: ${number}`),
  alarmLead: 'Lupa od wielu godzin nie odczytała poczty z tych skrzynek. Nic nie zginęło: poczta czeka na serwerze.',
  clear: number => (number === 1 ? 'Skrzynka jest znowu czytana' : `Znowu czytane skrzynki: ${number}`),
  clearLead: 'Poczta z tych skrzynek znowu trafia do kartotek. Odczytano też to, co czekało.',
  since: at => `Ostatnio odczytana ${moment('pl', at)}.`,
  never: 'Jeszcze ani razu nieodczytana.',
  button: 'Otwórz stronę Skrzynki',
  troubles: {
    'sign-in-refused': 'Serwer odrzuca nazwę użytkownika albo hasło.',
    unreachable: 'Serwer poczty nie odpowiada.',
    certificate: 'Certyfikat serwera jest nieprawidłowy.',
    'not-encrypted': 'Serwer nie umożliwia szyfrowanego połączenia.',
    'folder-missing': 'Brakuje folderu, który miał być czytany.',
    'connection-lost': 'Połączenie jest przerywane.',
    'server-refused': 'Serwer odmawia.',
    'access-denied': 'Microsoft nie pozwala czytać tej skrzynki.',
    storage: 'Poczty nie udaje się zapisać: brakuje miejsca albo baza nie odpowiada.',
    'secret-lost': 'Nie da się odszyfrować hasła.',
    internal: 'Nieoczekiwany błąd; szczegóły są w dzienniku serwera.',
    silent: 'Lupa jej nie odczytuje; sprawdź, czy serwer Lupy działa.',
  },
}

const en: AlarmWords = {
  alarm: number => (number === 1 ? 'A mailbox is not being read' : `Mailboxes not being read: ${number}`),
  alarmLead: 'For hours Lupa has read no mail from these mailboxes. Nothing is lost: the mail waits on its server.',
  clear: number => (number === 1 ? 'A mailbox is read again' : `Mailboxes read again: ${number}`),
  clearLead: 'Mail from these mailboxes reaches the files again, and so did what had waited.',
  since: at => `Last read ${moment('en-GB', at)}.`,
  never: 'Never read yet.',
  button: 'Open the page Mailboxes',
  troubles: {
    'sign-in-refused': 'The server refuses the user name or the password.',
    unreachable: 'The mail server does not answer.',
    certificate: 'The certificate of the server is not valid.',
    'not-encrypted': 'The server offers no encrypted connection.',
    'folder-missing': 'A folder that was to be read is missing.',
    'connection-lost': 'The connection breaks.',
    'server-refused': 'The server refuses.',
    'access-denied': 'Microsoft does not let this mailbox be read.',
    storage: 'Mail cannot be stored: the disk is full or the database does not answer.',
    'secret-lost': 'The password cannot be decrypted.',
    internal: 'An unexpected error; the log of the server says more.',
    silent: 'Lupa does not read it; see whether Lupa’s server runs.',
  },
}

export const alarmWords = { pl, en }
