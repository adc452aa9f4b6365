import type { LeaverPart } from '../../shared/leaver.ts'
import { plural } from './plural.ts'

const count = plural.bind(null, 'pl')

/** How much of each part somebody left behind, in Polish: to whoever hands it over and whoever takes it. */
export const leaverPartsPl = {
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
} satisfies Record<LeaverPart, (number: number) => string>
