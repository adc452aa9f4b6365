import type { findingPl } from './finding-pl.ts'

/** What the search page says beside the words and its rows, in English. */
export const findingEn: typeof findingPl = {
  finding: {
    filters: 'Narrow the results',
    from: 'From',
    to: 'To',
    attachment: 'With attachment',
    order: 'Order',
    best: 'Most relevant',
    newest: 'Newest first',
    contractor: 'Client file',
    anyContractor: 'all',
    clear: 'Clear filters',
    partial: 'Only some of the words',
    noneWhole: 'Nothing you can see contains all of the words.',
    noneFiltered: 'Nothing matches these filters. Change or clear them.',
    csvHint: 'Everything that holds all the words, newest first',
    bestOnly: 'These are the 50 most relevant. Choose “Newest first” to see them all.',
    keys: 'Keys: / goes to the search field, J and K to the next and previous result, Enter opens it.',
  },
}
