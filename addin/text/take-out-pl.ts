import { plural } from './plural.ts'

const items = { one: 'pozycja', few: 'pozycje', many: 'pozycji', other: 'pozycji' }

/** Many items that are moved at once, and who sees them there, in Polish. */
export const takeOutPl = {
  circlesStay: 'Pozycje, które mają własny krąg dostępu, zachowają go.',
  othersStay: 'Pozycje, które leżą też w innych sprawach, zostaną tylko tam.',
  title: (number: number) => `Wyjmij ze sprawy: ${plural('pl', number, items)}`,
  titleOfAll: (number: number) => `Wyjmij ze spraw: ${plural('pl', number, items)}`,
  lead: 'Trafią wprost do kartoteki kontrahenta.',
  button: 'Wyjmij',
}

/** What each language must say. */
export type TakeOutText = typeof takeOutPl
