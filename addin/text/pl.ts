import type { BuiltInKind, FilingMethod } from '../../shared/kind.ts'
import { refusalsPl } from '../../shared/refusal-pl.ts'
import type { FailureCode } from '../api/api-error.ts'
import { filtersPl } from './filters-pl.ts'
import { notInOutlookPl } from './not-in-outlook-pl.ts'
import { panePl } from './pane-pl.ts'
import { plural } from './plural.ts'
import { queuePl } from './queue-pl.ts'
import { seersPl } from './seers-pl.ts'
import { severalPl } from './several-pl.ts'
import { teachPl } from './teach-pl.ts'

const count = plural.bind(null, 'pl')

/** Every sentence of the pane and of what it shares with the pages, in Polish. The English one has the same keys. */
export const pl = {
  notSaved: 'Wpisany tekst nie jest zapisany. Zamknij jeszcze raz, aby go odrzucić.',
  close: 'Zamknij',
  cancel: 'Anuluj',
  undo: 'Cofnij',
  tryAgain: 'Spróbuj ponownie',
  loading: 'Wczytuję…',
  optional: 'nieobowiązkowe',

  kind: {
    'mail-in': 'Mail odebrany',
    'mail-out': 'Mail wysłany',
    invoice: 'Faktura',
    order: 'Zamówienie',
    offer: 'Oferta',
    contract: 'Umowa',
    protocol: 'Protokół',
    document: 'Dokument',
    call: 'Rozmowa',
    meeting: 'Spotkanie',
    task: 'Zadanie',
    note: 'Notatka',
  } satisfies Record<BuiltInKind, string>,

  failure: {
    ...refusalsPl,
    offline: 'Brak połączenia z serwerem. Sprawdź sieć i spróbuj ponownie.',
    'no-source': 'Nie udało się odczytać treści tej wiadomości z programu pocztowego. Otwórz ją ponownie.',
  } satisfies Record<FailureCode, string>,

  method: {
    hand: () => 'ręcznie',
    'earlier-decision': () => 'wcześniejsza decyzja w tym wątku',
    rule: evidence => (evidence ? `reguła „${evidence}”` : 'reguła'),
    'case-number': evidence => (evidence ? `znak sprawy ${evidence} w treści lub temacie` : 'znak sprawy'),
    'tax-id': evidence => (evidence ? `NIP ${evidence}` : 'NIP'),
    thread: evidence => (evidence ? `wątek sprawy ${evidence}` : 'ten sam wątek'),
    address: evidence => (evidence ? `adres ${evidence}` : 'adres'),
    domain: evidence => (evidence ? `domena ${evidence}` : 'domena'),
    'only-open-case': () => 'jedyna otwarta sprawa',
    history: evidence =>
      evidence ? `dotychczasowa poczta z tą osobą (${evidence})` : 'dotychczasowa poczta z tą osobą',
    'with-mail': () => 'razem z wiadomością',
    'address-tag': evidence => (evidence ? `adres ze znakiem sprawy ${evidence}` : 'adres ze znakiem sprawy'),
    'reply-to': evidence => (evidence ? `odpowiedź kierowana do ${evidence}` : 'odpowiedź kierowana do tej osoby'),
    forwarded: evidence => (evidence ? `przekazana wiadomość od ${evidence}` : 'przekazana wiadomość'),
  } satisfies Record<FilingMethod, (evidence: string) => string>,

  count: {
    cases: (number: number) => count(number, { one: 'sprawa', few: 'sprawy', many: 'spraw', other: 'sprawy' }),
    unknown: (number: number) =>
      count(number, {
        one: 'nieznana osoba',
        few: 'nieznane osoby',
        many: 'nieznanych osób',
        other: 'nieznanej osoby',
      }),
    newItems: (number: number) =>
      count(number, { one: 'nowa pozycja', few: 'nowe pozycje', many: 'nowych pozycji', other: 'nowej pozycji' }),
  },

  session: {
    heading: 'Zaloguj się',
    lead: 'Lupa pokaże obok poczty kartotekę nadawcy.',
    email: 'Adres e-mail',
    password: 'Hasło',
    code: 'Kod z aplikacji',
    codeHint: 'Sześć cyfr z aplikacji uwierzytelniającej albo kod zapasowy.',
    button: 'Zaloguj się',
    busy: 'Loguję…',
    out: 'Wyloguj się',
    forgotten: 'Nie pamiętasz hasła?',
    elsewhere: 'Nie zalogowano cię jeszcze. Zaloguj się w ustawieniach dodatku Lupa.',
    signedInAs: (name: string) => `Zalogowano: ${name}`,
  },

  who: {
    choose: 'Kontrahent',
    openFile: (name: string) => `Otwórz kartotekę: ${name}`,
    nip: 'NIP',
    thread: 'wątek',
    other: 'Wskaż innego kontrahenta',
    nobody: 'Nie znamy nikogo z tej wiadomości',
    nobodyHint: 'Utwórz kontrahenta z nadawcy albo wskaż kartotekę, do której należy ta wiadomość.',
    pick: 'Wskaż kontrahenta',
    internal: 'Wiadomość wewnętrzna',
    internalHint: 'Biorą w niej udział tylko osoby z firmy. Możesz wskazać kontrahenta, którego dotyczy.',
  },

  unknown: {
    heading: 'Nieznane osoby',
    create: 'Utwórz kontrahenta',
    createFor: (address: string) => `Utwórz kontrahenta: ${address}`,
    add: 'Dodaj do kontrahenta',
    addFor: (address: string) => `Dodaj do kontrahenta: ${address}`,
    added: (address: string, name: string) => `Dodano ${address} do kartoteki ${name}`,
    ignore: 'Pomiń i nie pytaj więcej',
    showIgnored: 'Pokaż pominięte adresy',
    ignoreFor: (address: string) => `Pomiń i nie pytaj więcej: ${address}`,
    ignored: (address: string) => `Ten adres nie będzie już tu wskazywany: ${address}`,
  },

  contractor: {
    heading: 'Nowy kontrahent',
    name: 'Nazwa',
    nip: 'NIP',
    person: 'Osoba kontaktowa',
    domain: (domain: string) => `Rozpoznawaj wszystkich z ${domain}`,
    create: 'Utwórz kontrahenta',
    busy: 'Tworzę…',
    created: (name: string) => `Utworzono kontrahenta ${name}`,
  },

  search: {
    label: 'Szukaj kontrahenta',
    hint: 'Nazwa, NIP, osoba, telefon, znak sprawy',
    nothing: (words: string) => `Nie ma kontrahenta „${words}”`,
  },

  filing: {
    heading: 'Przypisz wiadomość',
    also: 'Przypisz także gdzie indziej',
    place: 'Sprawa',
    suggested: 'Propozycje',
    openCases: 'Otwarte sprawy',
    noCase: 'Bez sprawy, do kartoteki',
    newCase: 'Nowa sprawa…',
    newTitle: 'Tytuł nowej sprawy',
    reason: (reason: string) => `Propozycja: ${reason}`,
    narrow: 'Zawęź krąg',
    attachments: 'Załączniki',
    addComment: 'Skomentuj',
    comment: 'Komentarz',
    viewers: (names: string) => `Widoczne dla: ${names}`,
    button: 'Przypisz',
    busy: 'Przypisuję…',
    done: (place: string) => `Przypisano: ${place}`,
    pending: 'Serwer przyjął wiadomość i jeszcze ją czyta. Przypisanie pojawi się tu za chwilę.',
    refused: 'Serwer zachował wiadomość, ale jej nie przypisał. Trafiła do „Do przypisania”.',
    failed: 'Wiadomość nie została przypisana. Twój wybór został zachowany.',
  },

  seers: seersPl,

  filed: {
    heading: 'Przypisano',
    file: 'kartoteka, bez sprawy',
    automatically: 'automatycznie',
    move: 'Przenieś',
    moveFrom: (place: string) => `Przenieś: ${place}`,
    moveTo: 'Przenieś do kontrahenta',
    change: 'Zmień',
    moving: 'Przenoszę…',
    moved: (place: string) => `Przeniesiono: ${place}`,
    moveFailed: 'Wiadomość została tam, gdzie była.',
    unfile: 'Odepnij',
    unfileFrom: (place: string) => `Odepnij: ${place}`,
    unfiled: (place: string) => `Odpięto: ${place}`,
    unfileFailed: 'Nie udało się odpiąć; wiadomość nadal jest przypisana.',
    attachments: (kept: number, all: number) => `Załączniki (${kept} z ${all} w dokumentach)`,
  },

  cases: {
    heading: 'Otwarte sprawy',
    all: (number: number) => `Pokaż wszystkie (${number})`,
    since: 'od',
    acts: (reference: string) => `Sprawa ${reference}: zmień lub zamknij`,
    shelf: 'Nowa sprawa i sprawy zamknięte',
  },

  timeline: {
    heading: 'Oś czasu',
    filter: 'Pokaż',
    all: 'Wszystko',
    mail: 'Maile',
    documents: 'Dokumenty',
    activities: 'Działania',
    attachment: 'Ma załącznik',
    madeFrom: 'z wiadomości:',
    older: 'Pokaż starsze',
    empty: 'Ta kartoteka jest jeszcze pusta',
    emptyHint: 'Przypisz tę wiadomość, a pojawi się tutaj.',
    emptyFilter: 'Nie ma tu nic tego rodzaju',
    search: 'Szukaj w tej kartotece',
    searchEnd: 'Zakończ szukanie',
    emptySearch: 'Nic takiego tu nie ma',
    recent: 'Ostatnio w firmie',
    recentEmpty: 'Nic jeszcze nie przypisano',
  },

  noMail: {
    heading: 'Nie wybrano wiadomości',
    hint: 'Otwórz wiadomość, a zobaczysz, od kogo jest i co się ostatnio działo.',
  },

  draft: {
    heading: 'Sprawa tej wiadomości',
    nobody: 'Żaden adresat nie jest jeszcze znany',
    nobodyHint: 'Wpisz adresatów, a pojawi się ich kartoteka, albo wybierz kartotekę samodzielnie.',
    reference: 'Dopisz znak sprawy do tematu',
    referenceHint: 'Po nim wysłana wiadomość trafi do sprawy, gdy tylko Lupa odczyta twoją pocztę wysłaną.',
    button: 'Wybierz sprawę',
    busy: 'Wybieram…',
    chosen: (reference: string, name: string) => `Do sprawy ${reference}, ${name}`,
    guard: 'Przed wysłaniem Lupa ostrzeże o adresatach spoza sprawy.',
    noGuard: 'Ten kontrahent ma zbyt wiele adresów, więc Lupa nie sprawdzi adresatów.',
    clear: 'Odznacz sprawę',
    noCases: 'Ten kontrahent nie ma otwartej sprawy.',
    failed: 'Program pocztowy nie zapisał sprawy przy tej wiadomości. Zapisz wersję roboczą i spróbuj ponownie.',
  },

  appointment: {
    heading: 'Otwarte jest spotkanie',
    hint: 'Kartoteka pojawia się obok maili. Otwórz wiadomość, aby ją zobaczyć.',
  },

  trouble: {
    heading: 'Nie udało się wczytać kartoteki',
    kept: 'Nic nie zginęło. Pokazuję ostatni znany stan i sprawdzam ponownie co kilka sekund.',
    host: 'Nie udało się odczytać otwartej wiadomości.',
  },

  drop: {
    label: 'Wiadomość',
    hint: 'Upuść plik .eml lub .msg albo wklej Message-ID',
    choose: 'Wybierz plik .eml lub .msg',
    messageId: 'Message-ID',
    show: 'Pokaż',
    unreadable: 'Tego pliku nie da się odczytać jako wiadomości. Wybierz plik .eml lub .msg.',
    tooLarge: 'Pliku .msg większego niż 20 MB nie da się tu pokazać. Dodaj go na stronie kontrahenta.',
  },

  ...filtersPl,
  ...panePl,
  ...severalPl,
  ...notInOutlookPl,
  ...queuePl,
  ...teachPl,
}

/** What each language must say. */
export type Text = typeof pl
