import type { filtersPl } from './filters-pl.ts'

/** The same in English. */
export const filtersEn: typeof filtersPl = {
  filters: {
    open: 'Filters',
    chosen: count => `Filters (${count})`,
    case: 'Case',
    anyCase: 'all',
    person: 'Person',
    anybody: 'everybody',
    from: 'From',
    to: 'To',
    attachment: 'Only with an attachment',
    clear: 'Clear filters',
    none: 'Nothing fits these filters',
  },
}
