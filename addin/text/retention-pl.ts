import { plural } from './plural.ts'

const items = { one: 'pozycja', few: 'pozycje', many: 'pozycji', other: 'pozycji' }

/** The sentences about how long things are kept, in Polish. */
export const retentionPl = {
  retention: {
    title: 'Przechowywanie',
    lead: 'Jak długo trzymać to, co leży w kartotekach. Dopóki usuwanie nie jest włączone, nic nie znika.',
    periods: 'Okresy',
    periodsHint:
      'Liczone od daty pozycji. Nie znika to, co leży w otwartej sprawie, niezrobione zadania ani to, co jest wstrzymane niżej.',
    forEver: 'bezterminowo',
    years: (number: number) => plural('pl', number, { one: 'rok', few: 'lata', many: 'lat', other: 'roku' }),
    months: (number: number) =>
      plural('pl', number, { one: 'miesiąc', few: 'miesiące', many: 'miesięcy', other: 'miesiąca' }),
    preview: 'Pokaż, co by zniknęło',
    previewTitle: 'Teraz zniknęłoby',
    previewNone: 'Nic nie jest starsze niż te okresy.',
    previewOf: (word: string, expired: number, held: number) =>
      `${word}: ${plural('pl', expired - held, items)}${held > 0 ? `, wstrzymane: ${held}` : ''}`,
    isOn: 'Usuwaj codziennie to, co jest starsze',
    final: 'Usuniętego nie da się przywrócić inaczej niż z kopii zapasowej. Każde usunięcie zostawia ślad w dzienniku.',
    previewFirst: 'Najpierw zobacz, co by zniknęło.',
    saved: 'Zapisano okresy przechowywania.',
    holds: 'Wstrzymane usuwanie',
    holdsHint: 'Z kartoteki albo sprawy, która jest potrzebna w sporze lub kontroli, nic nie znika.',
    noHolds: 'Niczego nie wstrzymano.',
    object: 'Kartoteka lub sprawa',
    objectHint: 'Nazwa, NIP, znak lub tytuł sprawy',
    objectMissing: 'Wybierz kartotekę lub sprawę z listy.',
    nothing: (words: string) => `Nie ma kartoteki ani sprawy „${words}”`,
    contractor: 'kartoteka',
    case: 'sprawa',
    closed: 'zamknięta',
    picked: 'Wybrano',
    pickOther: 'Wybierz inną',
    reason: 'Powód',
    reasonMissing: 'Wpisz powód.',
    hold: 'Wstrzymaj usuwanie',
    held: 'Wstrzymano usuwanie.',
    lift: 'Zakończ',
    liftFor: (name: string) => `Zakończ wstrzymanie: ${name}`,
    lifted: 'Wstrzymanie zakończone.',
    unseen: 'kartoteka lub sprawa, której nie widzisz',
    by: (name: string) => `wstrzymuje: ${name}`,
  },
}
