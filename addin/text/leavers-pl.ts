import type { LeaverPart } from '../../shared/leaver.ts'
import { plural } from './plural.ts'

const count = plural.bind(null, 'pl')

/** Handing over what somebody who has left looked after, in Polish. */
export const leaversPl = {
  leavers: {
    open: 'Przekaż, co zostało',
    title: (name: string) => `Przekaż, co zostało: ${name}`,
    lead: 'Wybrana osoba przejmie to, co zaznaczysz, i będzie to widzieć. Ty nie zobaczysz nic więcej niż dotąd. Ślad zostanie w dzienniku.',
    none: 'Nic nie zostało: wszystko ma opiekuna i wszystko ktoś widzi.',
    what: 'Co przekazać',
    parts: {
      contractors: (number: number) =>
        count(number, { one: 'kontrahent', few: 'kontrahentów', many: 'kontrahentów', other: 'kontrahenta' }),
      cases: (number: number) => count(number, { one: 'sprawa', few: 'sprawy', many: 'spraw', other: 'sprawy' }),
      tasks: (number: number) =>
        count(number, {
          one: 'otwarte zadanie',
          few: 'otwarte zadania',
          many: 'otwartych zadań',
          other: 'otwartego zadania',
        }),
      mailboxes: (number: number) =>
        count(number, { one: 'skrzynka', few: 'skrzynki', many: 'skrzynek', other: 'skrzynki' }),
      items: (number: number) => count(number, { one: 'pozycja', few: 'pozycje', many: 'pozycji', other: 'pozycji' }),
    } satisfies Record<LeaverPart, (number: number) => string>,
    hints: {
      contractors: 'Nowa osoba zostanie opiekunem i zobaczy całą kartotekę.',
      cases: 'Nowa osoba zostanie opiekunem, także spraw zamkniętych.',
      tasks: 'Nowa osoba dostanie powiadomienie o każdym zadaniu.',
      mailboxes: 'Nowa poczta i ta, która czeka na przypisanie, będzie należeć do nowej osoby:',
      items: 'Nikt już tego nie widzi, bo miało do tego dostęp tylko to konto.',
    } satisfies Record<LeaverPart, string>,
    to: 'Komu',
    choose: 'Wybierz osobę',
    missingTo: 'Wybierz, komu to przekazujesz.',
    missingParts: 'Zaznacz, co przekazujesz.',
    button: 'Przekaż',
    done: (name: string) => `Przekazano: ${name}.`,
    close: 'Zamknij',
  },
}
