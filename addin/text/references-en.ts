import type { referencesPl } from './references-pl.ts'

/** The sentences about how references of cases look, in English. */
export const referencesEn: typeof referencesPl = {
  references: {
    title: 'Case references',
    lead: 'New cases get a reference by the pattern. References that were given stay, and are still recognised in e-mails.',
    pattern: 'Pattern',
    hint: '{year} is the year, {number} the next number, {number:4} the number with leading zeros. Beside them letters and / - . _',
    preview: reference => `The next case would get a reference such as ${reference}`,
    earlier: 'Patterns used before',
    troubles: {
      unreadable: 'Use {year}, {number}, letters from A to Z and / - . _ between them, each field once at most.',
      'no-number': '{number} is missing: without it all cases would have the same reference.',
      'run-together': 'Put one mark such as / or - between year and number, or they would run together.',
      bare: 'A number alone stands in every e-mail. Add {year} or a short name such as CASE.',
      document: 'Numbers of invoices, orders or other documents begin so. Choose another short name.',
      twin: 'This pattern has year and number in turned order of one used before, so references could not be told apart.',
    },
    saved: 'The pattern is saved. New cases will get it.',
  },
}
