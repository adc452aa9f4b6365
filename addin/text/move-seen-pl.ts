import type { Language } from './language.ts'
import { listNames } from './list-names.ts'
import { plural } from './plural.ts'

const people = (number: number) => plural('pl', number, { one: 'osoba', few: 'osoby', many: 'osób', other: 'osoby' })

/** Who sees what is moved, in Polish. */
export const moveSeenPl = {
  after: (names: string) => `Po przeniesieniu widoczne dla: ${names}`,
  wider: (number: number): string =>
    number === 1 ? 'Zobaczy to osoba, która teraz tego nie widzi' : 'Zobaczą to osoby, które teraz tego nie widzą',
  names: (language: Language, names: string[], more: number) =>
    `${listNames(language, more > 0 ? [...names, `jeszcze ${people(more)}`] : names)}.`,
  keepsCircle: 'Ta pozycja ma własny krąg i zabiera go ze sobą.',
  circlesStay: 'Pozycje, które mają własny krąg, zabierają go ze sobą.',
  othersStay: 'Pozycje, które leżą też w innych sprawach, zostaną tylko tam.',
  inPlace: (names: string) => `Widoczne dla: ${names}`,
  takeOutTitle: (number: number) =>
    `Wyjmij ze sprawy: ${plural('pl', number, { one: 'pozycja', few: 'pozycje', many: 'pozycji', other: 'pozycji' })}`,
  takeOutLead: 'Trafią wprost do kartoteki kontrahenta.',
  takeOut: 'Wyjmij',
  notUndone: 'Nie udało się cofnąć. Sprawdź, gdzie leży ten mail.',
}

/** What each language must say. */
export type MoveSeenText = typeof moveSeenPl
