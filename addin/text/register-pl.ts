import type { ImportField } from '../../shared/contractor-import.ts'
import { plural } from './plural.ts'

const rows = { one: 'wiersz', few: 'wiersze', many: 'wierszy', other: 'wiersza' }
const contractors = { one: 'kontrahent', few: 'kontrahentów', many: 'kontrahentów', other: 'kontrahenta' }

/** The sentences about taking contractors in and merging them, in Polish. */
export const registerPl = {
  contractorImport: {
    title: 'Import kontrahentów',
    lead: 'Lista z Excela (.xlsx) albo CSV, z nazwami kolumn w pierwszym wierszu. Najpierw pokażemy, co z niej powstanie; nic nie zapisze się bez potwierdzenia.',
    choose: 'Plik z listą',
    reading: 'Czytam plik…',
    unreadLine: (line: number) =>
      `Tej listy nie da się odczytać od wiersza ${line}. Sprawdź, czy każdy otwarty w nim cudzysłów się kończy.`,
    columns: 'Kolumny',
    columnsHint: 'Sprawdź, co jest w której kolumnie. Kolumny o tym samym znaczeniu są łączone.',
    column: 'Kolumna w pliku',
    samples: 'Przykłady',
    meaning: 'Znaczenie',
    unnamed: (number: number) => `kolumna ${number}`,
    fields: {
      none: 'pomiń',
      name: 'nazwa',
      taxId: 'NIP',
      regon: 'REGON',
      krs: 'KRS',
      street: 'ulica',
      city: 'miejscowość',
      phones: 'telefony',
      addresses: 'adresy e-mail i domeny',
      note: 'uwagi',
    } satisfies Record<ImportField, string>,
    nameMissing: 'Wskaż kolumnę z nazwą: bez niej nie ma kogo założyć.',
    outcome: 'Co się stanie',
    created: (number: number) => `${plural('pl', number, contractors)} do założenia`,
    known: (number: number) => `${plural('pl', number, contractors)} już w Lupie`,
    refused: (number: number) => `${plural('pl', number, rows)} z błędem`,
    line: 'Wiersz',
    name: 'Nazwa',
    result: 'Wynik',
    results: { created: 'nowy', known: 'jest już', refused: 'nie zostanie przyjęty' },
    knownBy: (name: string, isNip: boolean) => `${isNip ? 'ten sam NIP' : 'ta sama nazwa'}: ${name}`,
    knownAbove: 'powtarza się w tym pliku',
    faults: {
      name: 'brakuje nazwy albo jest za długa',
      taxId: 'NIP się nie zgadza (cyfra kontrolna)',
      regon: 'REGON się nie zgadza',
      krs: 'KRS się nie zgadza',
      addresses: 'to nie jest adres ani domena firmy',
    } as Record<string, string>,
    otherFault: 'za długi tekst',
    knownChoice: 'Ci, którzy już są',
    knownChoices: {
      complete: 'uzupełnij o brakujące adresy i NIP',
      skip: 'zostaw bez zmian',
    },
    shownOf: (number: number) => `Pokazano pierwsze ${plural('pl', number, rows)}; błędy i powtórzenia są na początku.`,
    confirm: 'Importuj',
    importing: 'Importuję…',
    done: 'Import zakończony',
    doneCounts: (created: number, known: number, skipped: number, refused: number) =>
      `Założeni: ${created}. Uzupełnieni: ${known}. Bez zmian: ${skipped}. Odrzucone wiersze: ${refused}.`,
    doneRefused: 'Odrzucone wiersze',
    toContractors: 'Zobacz kontrahentów',
    toStart: 'Wróć do pierwszych kroków',
  },
  duplicates: {
    title: 'Powtórzeni kontrahenci',
    lead: 'Kartoteki, które mogą należeć do jednego kontrahenta, spośród tych, które widzisz. Zanim cokolwiek się połączy, pokażemy, co się przeniesie i kto to zobaczy.',
    list: 'Pary kartotek',
    emptyTitle: 'Nikt się nie powtarza',
    empty: 'Żadne dwie kartoteki nie mają tego samego NIP-u, tej samej domeny ani podobnej nazwy.',
    reasons: { taxId: 'ten sam NIP', domain: 'ta sama domena poczty', name: 'podobna nazwa' },
    open: 'Połącz…',
    openFor: (one: string, other: string) => `Połącz: ${one} i ${other}`,
    dialogTitle: 'Połącz dwie kartoteki',
    survivor: 'Która kartoteka zostaje',
    merge: 'Połącz',
    moves: (items: number, cases: number, people: number, addresses: number) =>
      `Przeniosą się: ${plural('pl', items, { one: 'pozycja', few: 'pozycje', many: 'pozycji', other: 'pozycji' })}, ${plural('pl', cases, { one: 'sprawa', few: 'sprawy', many: 'spraw', other: 'sprawy' })}, ${plural('pl', people, { one: 'osoba', few: 'osoby', many: 'osób', other: 'osoby' })}, ${plural('pl', addresses, { one: 'adres', few: 'adresy', many: 'adresów', other: 'adresu' })}, a także reguły, obserwowanie i przypięcia.`,
    both: (items: number) =>
      `${plural('pl', items, { one: 'pozycja leży w obu kartotekach; zostanie', few: 'pozycje leżą w obu kartotekach; każda zostanie', many: 'pozycji leży w obu kartotekach; każda zostanie', other: 'pozycji leży w obu kartotekach; każda zostanie' })} raz, widoczna dla kręgu kartoteki, która zostaje.`,
    lostWords: (items: number) =>
      `Komentarze i własne tytuły obu kartotek zostaną razem, ale przy ${plural('pl', items, { one: 'pozycji', few: 'pozycjach', many: 'pozycjach', other: 'pozycji' })} te ze znikającej kartoteki przepadną, bo zobaczyłyby je nowe osoby.`,
    taxIdsDiffer: (from: string, into: string) =>
      `Mają różne NIP-y. Zostanie ${into}; ${from} trafi do uwag. Sprawdź, czy to na pewno jedna firma.`,
    gaining: (names: string) => `Kartotekę, która zostaje, widzą także: ${names}.`,
    losing: (names: string) => `Tylko znikającą kartotekę widzą: ${names}.`,
    hiddenToo: 'To, czego nie widzisz, przenosi się razem i pozostaje widoczne dla tych samych osób.',
    circle: 'Kto zobaczy przeniesione pozycje',
    circleHint:
      'Kręgi dostępu się różnią. Pozycje z własnym kręgiem i ze spraw zachowują go zawsze; to dotyczy pozostałych.',
    circles: {
      keep: 'tylko ci, którzy widzieli je dotąd (każda będzie poufna)',
      survivor: 'wszyscy z kręgu kartoteki, która zostaje',
    },
    final:
      'Połączenia nie da się cofnąć. Stare linki będą prowadzić do kartoteki, która zostaje; w dzienniku zostanie ślad.',
    keepsCircle: 'Kto widział kartotekę włączaną, widzi jej pozycje nadal; inni nie. Zmienić to może jej opiekun.',
    mayNot: 'Połączyć je może administrator albo opiekun obu, jeśli jest w kręgu dostępu obu kartotek.',
    merged: (name: string) => `Połączono. Wszystko jest teraz w kartotece „${name}”.`,
  },
}
