import { plural } from './plural.ts'

/** Every sentence about the lists of a file, their filters and what is done with several rows, in Polish. */
export const listsPl = {
  tabs: {
    label: 'Części kartoteki',
    timeline: 'Oś czasu',
    documents: 'Dokumenty',
    activities: 'Działania',
    cases: 'Sprawy',
    people: 'Osoby',
    access: 'Dostęp',
    tasks: 'Zadania',
    parties: 'Strony',
  },
  filters: {
    open: 'Filtry',
    chosen: (count: number) => `Filtry (${count})`,
    case: 'Sprawa',
    anyCase: 'wszystkie',
    person: 'Osoba',
    anybody: 'wszyscy',
    from: 'Od dnia',
    to: 'Do dnia',
    attachment: 'Tylko z załącznikiem',
    isNew: 'Tylko nowe od ostatniego razu',
    group: 'Grupowanie',
    groups: { '': 'bez', case: 'według spraw', subject: 'według tematu' },
    noCase: 'Poza sprawami',
    noSubject: 'Bez tytułu',
    keys: 'Na liście: J i K przechodzą po wierszach, Enter otwiera, X zaznacza, / szuka, F pokazuje filtry.',
  },
  heads: {
    pinned: 'Przypięte',
    upcoming: 'Nadchodzące',
    pin: 'Przypnij',
    unpin: 'Zdejmij przypięcie',
    isPinned: 'Przypięto na górze kartoteki.',
    isUnpinned: 'Zdjęto przypięcie.',
    waiting: {
      us: (long: string) => `Czeka na naszą odpowiedź: ${long}`,
      them: (long: string) => `Czekamy na odpowiedź: ${long}`,
    },
    hours: (count: number) => plural('pl', count, { one: 'godzina', few: 'godziny', many: 'godzin', other: 'godziny' }),
    days: (count: number) => plural('pl', count, { one: 'dzień', few: 'dni', many: 'dni', other: 'dnia' }),
  },
  selection: {
    start: 'Zaznacz kilka',
    end: 'Zakończ zaznaczanie',
    row: (title: string) => `Zaznacz: ${title}`,
    count: (count: number) =>
      plural('pl', count, {
        one: 'zaznaczona pozycja',
        few: 'zaznaczone pozycje',
        many: 'zaznaczonych pozycji',
        other: 'zaznaczonej pozycji',
      }),
    case: 'Do sprawy',
    choose: 'wybierz sprawę',
    assign: 'Przypisz do sprawy',
    takeOut: 'Wyjmij ze spraw',
    all: 'Zaznacz wszystkie widoczne',
    done: (count: number) =>
      `Przeniesiono: ${plural('pl', count, { one: 'pozycja', few: 'pozycje', many: 'pozycji', other: 'pozycji' })}.`,
    left: (count: number) =>
      `Nie udało się przenieść: ${plural('pl', count, { one: 'pozycja', few: 'pozycje', many: 'pozycji', other: 'pozycji' })}.`,
    several: 'Leży w kilku sprawach; przenieś ją na jej stronie.',
  },
  documents: {
    title: 'Wszystko na piśmie',
    search: 'Szukaj w dokumentach i mailach',
    empty: 'Maile i ich załączniki pojawią się tu same.',
  },
  activities: {
    title: 'Rozmowy, spotkania, zadania i notatki',
    search: 'Szukaj w działaniach',
    openTasks: 'Otwarte zadania',
  },
  caseList: { title: 'Sprawy', open: 'otwarta', closed: 'zamknięta', none: 'Nie ma jeszcze spraw.' },
  peopleList: {
    title: 'Osoby kontaktowe',
    history: (name: string) => `Wszystko z: ${name}`,
    showHistory: 'Pokaż wszystko',
  },
  contractorMore: {
    manager: 'Opiekun',
    tags: 'Znaczniki',
    editTags: 'Zmień znaczniki',
    tagsHint: 'Po przecinku.',
    tagsSaved: 'Zapisano.',
  },
  caseMore: {
    search: 'Szukaj w sprawie',
    parties: 'Kogo dotyczy sprawa',
    first: 'pierwszy kontrahent',
    add: 'Dodaj kontrahenta do sprawy',
    remove: (name: string) => `Usuń ze sprawy: ${name}`,
    manager: 'Prowadzi',
  },
  cameWith: 'Przyszło z mailem',
}

/** The shape of these sentences, which every language fills. */
export type ListsText = typeof listsPl
