import type { findingPl } from './finding-pl.ts'

/** What the search page says beside the words and its rows, in English. */
export const findingEn: typeof findingPl = {
  finding: {
    filters: 'Narrow the results',
    from: 'From day',
    to: 'To day',
    attachment: 'With attachment',
    order: 'Order',
    best: 'Best first',
    newest: 'Newest first',
    contractor: 'Client file',
    anyContractor: 'all',
    clear: 'Clear filters',
    partial: 'Only some of the words',
    noneWhole: 'Nothing that you can see holds all of the words.',
    noneFiltered: 'Nothing fits with these filters. Change or clear them.',
    bestOnly: 'These are the best 50. Newest first shows all of them.',
    keys: 'Keys: / goes to the search field, j and k to the next and previous result, Enter opens it.',
  },
}
