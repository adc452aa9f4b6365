import { listNames } from './list-names.ts'
import type { MoveSeenText } from './move-seen-pl.ts'
import { plural } from './plural.ts'

/** Who sees what is moved, in English. */
export const moveSeenEn: MoveSeenText = {
  after: names => `Visible after the move to: ${names}`,
  wider: number =>
    number === 1 ? 'A person will see this who does not see it now' : 'People will see this who do not see it now',
  names: (language, names, more) =>
    `${listNames(language, more > 0 ? [...names, `${plural('en', more, { one: 'more person', other: 'more people' })}`] : names)}.`,
  keepsCircle: 'This item has its own circle and takes it along.',
  circlesStay: 'Items with their own circle take it along.',
  othersStay: 'Items that are in other cases too will stay only there.',
  inPlace: names => `Visible to: ${names}`,
  takeOutTitle: number => `Take out of the case: ${plural('en', number, { one: 'item', other: 'items' })}`,
  takeOutLead: 'They will lie directly in the contractor’s file.',
  takeOut: 'Take out',
  notUndone: 'It could not be undone. Check where this e-mail is filed.',
}
