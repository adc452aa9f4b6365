import type { BackupTroubleCode } from '../../../shared/system.ts'
import { moment } from './alarm-words.ts'

/** What a letter about backups says. */
interface BackupWords {
  alarm: string
  lead: (since: Date) => string
  last: (at: Date) => string
  never: string
  button: string
  troubles: Record<BackupTroubleCode, string>
}

const pl: BackupWords = {
  alarm: 'Kopia zapasowa nie powstaje',
  lead: since =>
    `Od ${moment('pl', since)} nie udaje się wykonać codziennej kopii zapasowej. Lupa próbuje co godzinę i napisze ponownie, jeśli jutro nadal się nie uda.`,
  last: at => `Ostatnia udana kopia w tym folderze: ${moment('pl', at)}.`,
  never: 'W tym folderze nie ma jeszcze żadnej kopii.',
  button: 'Otwórz stronę System',
  troubles: {
    full: 'Na dysku z kopiami brakuje miejsca.',
    shut: 'Lupa nie może zapisywać w tym folderze.',
    folder: 'Ten folder nie nadaje się na kopie: leży w folderze danych albo zawiera inne pliki.',
    busy: 'Trwa inna kopia zapasowa i nie może się skończyć.',
    database: 'Baza danych nie odpowiada albo przerwała połączenie.',
    version: 'Baza danych ma inną wersję niż program.',
    damaged: 'Nowa kopia powstała, ale jedna ze starszych jest uszkodzona, więc starych kopii nie usunięto.',
    internal: 'Nieoczekiwany błąd; szczegóły są w dzienniku serwera.',
  },
}

const en: BackupWords = {
  alarm: 'No backup is being made',
  lead: since =>
    `Since ${moment('en-GB', since)} the daily backup has failed. Lupa tries every hour, and will write again if it still fails tomorrow.`,
  last: at => `The last good backup in this folder: ${moment('en-GB', at)}.`,
  never: 'There is no backup in this folder yet.',
  button: 'Open the page System',
  troubles: {
    full: 'There is no room left on the disk of the backups.',
    shut: 'Lupa cannot write to this folder.',
    folder: 'This folder is not fit for backups: it lies in the data folder, or holds other files.',
    busy: 'Another backup is under way and does not end.',
    database: 'The database does not answer, or broke the connection.',
    version: 'The database is of another version than the program.',
    damaged: 'A new backup was made, but one of the older ones is damaged, so no old ones were removed.',
    internal: 'An unexpected error; the log of the server says more.',
  },
}

export const backupWords = { pl, en }
