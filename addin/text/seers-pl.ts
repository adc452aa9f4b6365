import type { Reason } from '../../shared/sharing.ts'
import { plural } from './plural.ts'

const people = (number: number) => plural('pl', number, { one: 'osoba', few: 'osoby', many: 'osób', other: 'osoby' })

/** Why somebody sees something, in Polish. */
function why({ through, group, caseReference, by }: Reason): string {
  const viaGroup = group ? `przez grupę ${group}` : 'imiennie'
  switch (through) {
    case 'contractor':
      return `${viaGroup}, jak cała kartoteka`
    case 'case':
      return caseReference ? `${viaGroup} w sprawie ${caseReference}` : `${viaGroup} w sprawie`
    case 'circle':
      return `${viaGroup}, w kręgu tej pozycji`
    case 'shared':
      return [by ? `udostępniono (${by})` : 'udostępniono', group && `grupie ${group}`].filter(Boolean).join(' ')
    case 'mailbox':
      return 'mail przyszedł na skrzynkę tej osoby'
    case 'recipient':
      return 'adresat maila'
    case 'filed':
      return 'ta osoba to przypisała'
    case 'kept':
      return 'opiekuje się tym'
    case 'break-glass':
      return 'dostęp awaryjny administratora'
  }
}

/** The list of people who see a thing, in Polish. */
export const seersPl = {
  list: 'Osoby i powody',
  who: 'Kto to zobaczy',
  why,
  until: (moment: string) => `do ${moment}`,
  more: (total: number, shown: number) => `Razem ${people(total)}, tu pierwsze ${shown}.`,
}
