import type { PatternTrouble } from '../../shared/reference-pattern.ts'

/** The sentences about how references of cases look, in Polish. */
export const referencesPl = {
  references: {
    title: 'Znaki spraw',
    lead: 'Nowe sprawy dostają znak według wzoru. Dotychczasowe znaki zostają i w mailach są rozpoznawane nadal.',
    pattern: 'Wzór',
    hint: '{year} to rok, {number} to kolejny numer, {number:4} to numer z zerami z przodu. Poza tym litery i znaki / - . _',
    preview: (reference: string) => `Następna sprawa dostałaby znak podobny do ${reference}`,
    earlier: 'Wzory używane wcześniej',
    troubles: {
      unreadable: 'Użyj {year}, {number}, liter od A do Z i znaków / - . _ pomiędzy nimi; każdego pola najwyżej raz.',
      'no-number': 'Brakuje {number}: bez numeru wszystkie sprawy miałyby ten sam znak.',
      'run-together': 'Rozdziel rok i numer jednym znakiem, np. / albo -, bo zlałyby się w jedną liczbę.',
      bare: 'Sam numer stoi w każdym mailu. Dodaj {year} albo skrót, np. SPR.',
      document: 'Tak zaczynają się numery faktur, zamówień albo innych dokumentów. Wybierz inny skrót.',
      twin: 'Ten wzór ma rok i numer odwrotnie niż używany wcześniej, więc znaków nie dałoby się odróżnić.',
    } satisfies Record<PatternTrouble, string>,
    saved: 'Zapisano wzór. Dostaną go nowe sprawy.',
  },
}
