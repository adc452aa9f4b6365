import type { leaverPartsPl } from './leaver-amounts-pl.ts'
import { plural } from './plural.ts'

const count = plural.bind(null, 'en')

/** The same in English. */
export const leaverPartsEn: typeof leaverPartsPl = {
  contractors: (number: number) => count(number, { one: 'contractor', other: 'contractors' }),
  cases: (number: number) => count(number, { one: 'case', other: 'cases' }),
  tasks: (number: number) => count(number, { one: 'open task', other: 'open tasks' }),
  mailboxes: (number: number) => count(number, { one: 'mailbox', other: 'mailboxes' }),
  items: (number: number) => count(number, { one: 'item', other: 'items' }),
}
