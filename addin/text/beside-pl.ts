/** What the pane says of attachments to choose and of tasks, in Polish; loaded only when it is needed. */
export const besidePl = {
  attachments: {
    heading: 'Które załączniki staną się dokumentami?',
    lead: 'Wszystkie zostają przy wiadomości.',
    none: 'Ta wiadomość nie ma załączników.',
    unread: 'Program pocztowy nie wydał tej wiadomości, więc załączników nie da się tu wybrać.',
    type: (name: string) => `Rodzaj dokumentu: ${name}`,
    nameless: 'Bez nazwy',
  },
  narrow: {
    heading: 'Kto to zobaczy',
    lead: 'Ty i zaznaczone osoby, nikt więcej. Kto dostał tę wiadomość na własną skrzynkę, i tak ją ma.',
    leadOfAdded: 'Ty i zaznaczone osoby, nikt więcej. Zadanie widzi też osoba, która je wykonuje.',
    cancel: 'Nie zawężaj',
  },
  tasks: {
    mine: 'Moje zadania',
    ofContractor: 'Otwarte zadania',
    late: 'po terminie',
    today: 'dziś',
    waits: 'czeka na przyjęcie',
    urgent: 'pilne',
    finish: (title: string) => `Zrobione: ${title}`,
    finished: 'Zadanie zrobione.',
    more: 'Wszystkie zadania',
  },
  made: {
    heading: 'Dodano z tej wiadomości',
    states: { new: 'nowe', 'in-progress': 'w toku', done: 'zrobione', cancelled: 'anulowane' },
    more: 'Zobacz wszystkie na stronie wiadomości',
  },
  leave: {
    lead: 'Wysłać je może tylko to konto. Zanim się wylogujesz, wyślij je albo usuń z kolejki, żeby nic nie zostało na tym urządzeniu. Same wiadomości zostają w skrzynce.',
    send: 'Wyślij i wyloguj',
    busy: 'Chwila…',
    discard: 'Usuń z kolejki i wyloguj',
    stay: 'Nie wylogowuj',
    notEmpty: 'Nie wszystko się udało. To, co zostało, czeka dalej w kolejce.',
  },
  leftRun: {
    heading: (number: number) => `Zaznaczone wiadomości do przypisania: ${number}`,
    why: 'Panel został zamknięty przed końcem przypisywania.',
    goOn: 'Dokończ',
    drop: 'Zrezygnuj',
  },
  away: 'Serwer nie odpowiada. To lista z ostatniego razu.',
  dropped: {
    drop: 'Upuść, aby przypisać',
    choose: 'Dodaj pliki',
    hint: 'albo upuść je na panel',
    of: (name: string) => (name ? `Dodawanie plików: ${name}` : 'Dodawanie plików'),
    fate: {
      filing: 'przypisuję…',
      filed: 'przypisany',
      kept: 'czeka na decyzję w „Do przypisania”',
      leftOut: 'pominięty jako poczta wewnętrzna lub automatyczna',
      pending: 'przyjęty, jeszcze czytany',
      document: 'dodany jako dokument',
      noMail: 'dodany jako dokument, bo nie da się go odczytać jako maila',
      known: 'jest już w tej kartotece',
      noContractor: 'najpierw wskaż kontrahenta, do którego należy ten dokument',
      empty: 'pusty plik',
      tooLarge: 'za duży plik (najwyżej 100 MB)',
    },
    close: 'Zamknij listę dodanych plików',
    ended: (done: number, lost: string[]) =>
      lost.length === 0 ? `Dodane pliki: ${done}.` : `Dodane pliki: ${done}. Nie udało się dodać: ${firstOf(lost)}`,
  },
}

/** What each language must say. */
export type BesideText = typeof besidePl

const MOST_NAMED = 3

/** The first of many names, and how many more there are. */
export function firstOf(names: string[]): string {
  const more = names.length - MOST_NAMED
  return names.slice(0, MOST_NAMED).join(', ') + (more > 0 ? ` (+${more})` : '')
}
