import type { Reason } from '../../shared/sharing.ts'
import { groupName } from './group-name.ts'
import { plural } from './plural.ts'

const people = (number: number) => plural('en', number, { one: 'person', other: 'people' })

/** Why somebody sees something, in English. */
function why({ through, group: named, caseReference, by }: Reason): string {
  const group = named && groupName('en', named)
  const viaGroup = group ? `through group ${group}` : 'by name'
  switch (through) {
    case 'contractor':
      return `${viaGroup}, as the whole file`
    case 'case':
      return caseReference ? `${viaGroup} in case ${caseReference}` : `${viaGroup} in a case`
    case 'circle':
      return `${viaGroup}, chosen for this item`
    case 'shared':
      return [by ? `shared by ${by}` : 'shared', group && `with group ${group}`].filter(Boolean).join(' ')
    case 'mailbox':
      return 'the e-mail came to this person’s mailbox'
    case 'recipient':
      return 'recipient of the e-mail'
    case 'filed':
      return 'filed by this person'
    case 'kept':
      return 'looks after this'
    case 'break-glass':
      return 'emergency access of an administrator'
  }
}

/** The list of people who see a thing, in English. */
export const seersEn = {
  list: 'People and reasons',
  who: 'Who will see this',
  why,
  until: (moment: string) => `until ${moment}`,
  more: (total: number, shown: number) => `${people(total)} in all; here are the first ${shown}.`,
}
