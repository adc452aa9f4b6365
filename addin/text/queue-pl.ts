import { type Forms, plural } from './plural.ts'

const waitingForms: Forms = {
  one: 'przypisanie czeka',
  few: 'przypisania czekają',
  many: 'przypisań czeka',
  other: 'przypisania czeka',
}

const stoppedForms: Forms = {
  one: 'przypisanie nie powiodło się',
  few: 'przypisania nie powiodły się',
  many: 'przypisań nie powiodło się',
  other: 'przypisania nie powiodło się',
}

/** What the pane says of filings that wait for the server, in Polish. */
export const queuePl = {
  queue: {
    heading: (number: number) => `${plural('pl', number, waitingForms)} na serwer`,
    stoppedHeading: (number: number) => plural('pl', number, stoppedForms),
    added: 'Serwer nie odpowiada. Wiadomość czeka w kolejce i zostanie przypisana, gdy serwer wróci.',
    notAdded: 'Serwer nie odpowiada, a kolejki nie udało się zapisać. Spróbuj ponownie.',
    later: 'Przypisz, gdy serwer wróci',
    bySelf: 'Tam, gdzie należy',
    queued: 'czeka w kolejce',
    waiting: 'czeka',
    sending: 'wysyłam…',
    stopped: 'nie przypisano',
    old: 'Czeka już ponad 30 dni, od',
    untitled: '(bez tematu)',
    retry: 'Ponów',
    retryFor: (subject: string) => `Ponów: ${subject}`,
    discard: 'Usuń z kolejki',
    discardFor: (subject: string) => `Usuń z kolejki: ${subject}`,
    signedOut: 'Zaloguj się, a wiadomość wyśle się sama.',
    tooOld: 'Serwer jest starszy niż dodatek i nie zna tej czynności. Powiadom administratora.',
  },
}
