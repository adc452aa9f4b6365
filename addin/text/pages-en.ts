import type { PagesText } from './pages-pl.ts'
import { plural } from './plural.ts'

/** What the pages of files and of search say about counts, threads and what is new, in English. */
export const pagesEn: PagesText = {
  counts: {
    title: 'Results by',
    amount: (count: number, isMore: boolean) =>
      isMore
        ? `${new Intl.NumberFormat('en-GB').format(count)}+ items`
        : plural('en', count, { one: 'item', other: 'items' }),
    short: (count: number, isMore: boolean) => `${new Intl.NumberFormat('en-GB').format(count)}${isMore ? '+' : ''}`,
    more: 'Only the newest are counted; narrow the results to see the rest.',
    contractors: 'Files',
    cases: 'Cases',
    people: 'People',
    years: 'Years',
    chosen: { contractors: 'the chosen file', cases: 'the chosen case', people: 'the chosen person' },
    remove: 'without this filter',
  },
  places: {
    people: 'Matching people',
    cases: 'Matching cases',
    closed: 'closed',
  },
  moveMany: {
    elsewhere: 'To another contractor',
    title: (count: number) => `Move ${plural('en', count, { one: 'item', other: 'items' })}`,
    button: 'Move',
  },
  look: {
    line: (moment: string) => `Above: new since you last looked (${moment})`,
  },
  hand: {
    pin: 'Pin this file',
    unpin: 'Unpin this file',
    isPinned: 'The file is now on the dashboard and in the mail pane.',
    isUnpinned: 'The file is no longer pinned.',
    pinned: 'Pinned files',
    changed: 'New since your last visit',
    amount: (count: number, most: number) =>
      count >= most ? `${most}+ new items` : plural('en', count, { one: 'new item', other: 'new items' }),
  },
  searchHelp: {
    title: 'Search tips',
    rules: [
      ['invoice', 'finds “invoices” and “invoiced” too, with accents or without'],
      ['compl', 'the last word may be incomplete: finds “complaint”'],
      ['"delivery of chairs"', 'words in quotation marks are found exactly so, one after the other'],
      ['bolts -stainless', 'a minus excludes a word; it also excludes whole "words in quotation marks"'],
      ['2026/0017', 'type a case reference, an invoice number or an address in full'],
    ],
    filters:
      'You can also narrow by kind, file, case, person and time. The filters are kept in the address, so you can send a result to somebody.',
  },
}
