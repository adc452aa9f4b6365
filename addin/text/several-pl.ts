import { plural } from './plural.ts'

const count = plural.bind(null, 'pl')

/** What the pane says of several selected mails, in Polish. */
export const severalPl = {
  several: {
    heading: (number: number) =>
      count(number, {
        one: 'zaznaczona wiadomość',
        few: 'zaznaczone wiadomości',
        many: 'zaznaczonych wiadomości',
        other: 'zaznaczonej wiadomości',
      }),
    hint: 'Przypisz je razem. Każda zachowa swoje załączniki i zostanie zapisana raz.',
    where: 'Dokąd',
    bySelf: 'Każda tam, gdzie należy',
    one: 'Wszystkie do jednego kontrahenta',
    contractor: 'Kontrahent',
    button: (number: number) =>
      `Przypisz ${count(number, { one: 'wiadomość', few: 'wiadomości', many: 'wiadomości', other: 'wiadomości' })}`,
    busy: (done: number, all: number) => `Przypisuję: ${done} z ${all}`,
    again: (number: number) => `Spróbuj ponownie (${number})`,
    keepOpen: 'Nie zamykaj tego panelu, dopóki przypisywanie trwa.',
    over: 'Gotowe',
    goesOn: (done: number, all: number) => `Przypisywanie zaznaczonych wiadomości trwa dalej (${done} z ${all}).`,
    ended: (done: number, all: number) =>
      `Zakończono przypisywanie zaznaczonych wiadomości: ${done} z ${all}.${
        done < all ? ' Po ponownym ich zaznaczeniu widać, co się nie udało.' : ''
      }`,
    titleMissing: 'Wpisz tytuł nowej sprawy.',
    noCase: 'Nie udało się utworzyć sprawy, więc żadna wiadomość nie została do niej przypisana.',
    results: 'Wyniki',
    untitled: '(bez tematu)',
    waiting: 'czeka',
    filing: 'przypisuję…',
    filed: 'przypisana',
    pending: 'jeszcze odczytywana',
    kept: 'czeka na decyzję',
    leftOut: 'pominięta domyślnie',
    unreadable: 'program pocztowy jej nie wydał',
    no: 'Ten program nie pozwala czytać kilku wiadomości naraz. Otwórz je po kolei.',
  },
}
