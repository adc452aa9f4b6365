import { plural } from './plural.ts'
import type { TakeOutText } from './take-out-pl.ts'

const items = { one: 'item', other: 'items' }

/** Many items that are moved at once, and who sees them there, in English. */
export const takeOutEn: TakeOutText = {
  circlesStay: 'Items with their own circle take it along.',
  othersStay: 'Items that are in other cases too will stay only there.',
  title: number => `Take out of this case: ${plural('en', number, items)}`,
  titleOfAll: number => `Take out of cases: ${plural('en', number, items)}`,
  lead: 'They will go directly to the contractor’s file.',
  button: 'Take out',
}
