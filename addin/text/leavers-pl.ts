import type { LeaverPart } from '../../shared/leaver.ts'
import { leaverPartsPl } from './leaver-amounts-pl.ts'

/** Handing over what somebody who has left looked after, in Polish. */
export const leaversPl = {
  leavers: {
    open: 'Przekaż, co zostało',
    title: (name: string) => `Przekaż, co zostało: ${name}`,
    lead: 'Wybrana osoba przejmie to, co zaznaczysz, i będzie to widzieć. Ty nie zobaczysz nic więcej niż dotąd. Ślad zostanie w dzienniku.',
    none: 'Nic nie zostało: wszystko ma opiekuna i wszystko ktoś widzi.',
    what: 'Co przekazać',
    parts: leaverPartsPl,
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
