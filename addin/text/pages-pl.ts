import { plural } from './plural.ts'

/** What the pages of files and of search say about counts, threads and what is new, in Polish. */
export const pagesPl = {
  counts: {
    title: 'Podział wyników',
    amount: (count: number, isMore: boolean) =>
      isMore
        ? `${new Intl.NumberFormat('pl').format(count)}+ pozycji`
        : plural('pl', count, { one: 'pozycja', few: 'pozycje', many: 'pozycji', other: 'pozycji' }),
    short: (count: number, isMore: boolean) => `${new Intl.NumberFormat('pl').format(count)}${isMore ? '+' : ''}`,
    more: 'Liczymy tylko najnowsze; zawęź wyniki, żeby zobaczyć resztę.',
    contractors: 'Kartoteki',
    cases: 'Sprawy',
    people: 'Osoby',
    years: 'Lata',
    chosen: { contractors: 'wybrana kartoteka', cases: 'wybrana sprawa', people: 'wybrana osoba' },
    remove: 'bez tego filtra',
  },
  places: {
    people: 'Pasujące osoby',
    cases: 'Pasujące sprawy',
    closed: 'zamknięta',
  },
  moveMany: {
    elsewhere: 'Do innego kontrahenta',
    title: (count: number) =>
      `Przenieś: ${plural('pl', count, { one: 'pozycja', few: 'pozycje', many: 'pozycji', other: 'pozycji' })}`,
    button: 'Przenieś',
  },
  look: {
    line: (moment: string) => `Powyżej: nowe od ostatniego razu (${moment})`,
  },
  hand: {
    pin: 'Przypnij kartotekę',
    unpin: 'Odepnij kartotekę',
    isPinned: 'Kartoteka jest teraz na Pulpicie i w panelu przy mailu.',
    isUnpinned: 'Kartoteka nie jest już przypięta.',
    pinned: 'Przypięte kartoteki',
    changed: 'Nowe od twojej ostatniej wizyty',
    amount: (count: number, most: number) =>
      count >= most
        ? `${most}+ nowych pozycji`
        : plural('pl', count, {
            one: 'nowa pozycja',
            few: 'nowe pozycje',
            many: 'nowych pozycji',
            other: 'nowej pozycji',
          }),
  },
  searchHelp: {
    title: 'Jak szukać',
    rules: [
      ['faktura', 'znajdzie też „faktury” i „fakturze”, z polskimi znakami i bez nich'],
      ['rekl', 'ostatnie słowo może być niedokończone: znajdzie „reklamacja”'],
      ['„dostawa krzeseł”', 'słowa w cudzysłowie stoją dokładnie tak, jedno po drugim'],
      ['śruby -nierdzewne', 'minus wyklucza słowo; wyklucza też całe „słowa w cudzysłowie”'],
      ['2026/0017', 'znak sprawy, numer faktury albo adres wpisz w całości'],
    ],
    filters:
      'Rodzaj, kartotekę, sprawę, osobę i czas wybierz obok; stoją potem w adresie strony, więc wynik można komuś wysłać.',
  },
}

/** The shape of these sentences, which every language fills. */
export type PagesText = typeof pagesPl
