import type { Contact } from '../build-persons.ts'
import { type Random, randomFor } from '../random.ts'
import type { SampleContractor, SampleUser } from '../sample-types.ts'
import { spellNip } from '../tax-numbers.ts'
import { colleagues, ownCompany } from '../words/colleagues.ts'
import { goldenContractor } from '../words/golden.ts'
import { smallPrint } from '../words/phrases.ts'
import type { Correspondent, Program, Transfer } from './planned-mail.ts'

const programs: Program[] = [
  'outlook',
  'outlook',
  'outlook',
  'thunderbird',
  'thunderbird',
  'gmail',
  'gmail',
  'apple',
  'roundcube',
  'legacy',
]

/** A colleague as the writer of mails. */
export function colleagueAsCorrespondent(user: SampleUser): Correspondent {
  const program = colleagues.find(colleague => colleague.key === user.key)?.program ?? 'outlook'
  return {
    name: user.name,
    firstName: user.firstName,
    gender: user.gender,
    email: user.email,
    signature: [
      user.name,
      user.role,
      ownCompany.name,
      `${ownCompany.street}, ${ownCompany.postalCode} ${ownCompany.city}`,
      `tel. ${user.phone}`,
      `NIP ${spellNip(ownCompany.nip)}, KRS ${ownCompany.krs}`,
    ],
    smallPrint: program === 'outlook' ? smallPrint[1] : null,
    logo: program === 'outlook' ? 'meblosfera' : null,
    program,
    transfer: program === 'outlook' ? 'utf-8 base64' : 'utf-8 quoted',
    language: 'pl',
    isColleague: true,
  }
}

/** A contact person as the writer of mails; companies share a logo and the small print. */
export function contactAsCorrespondent(contact: Contact, contractor: SampleContractor, seed: number): Correspondent {
  const random = randomFor(seed, `correspondent ${contact.key}`)
  const company = randomFor(seed, `habits ${contractor.key}`)
  const hasLogo = company.chance(0.4)
  const print = company.chance(0.35) ? company.pick(smallPrint) : null
  const houseProgram = company.pick(programs)
  const isPrivate = contractor.trade === 'private'
  const program = isPrivate
    ? random.pick(['gmail', 'apple', 'roundcube'] as const)
    : random.chance(0.7)
      ? houseProgram
      : random.pick(programs)
  const signs = !isPrivate && (contractor.key === goldenContractor || random.chance(0.9))
  const canShow = program === 'outlook' || program === 'thunderbird'
  return {
    name: contact.name,
    firstName: contact.firstName,
    gender: contact.gender,
    email: contact.emails[0] ?? '',
    signature: signs ? signatureOf(contact, contractor, random) : [],
    smallPrint: signs && contractor.language === 'pl' ? print : null,
    logo: signs && hasLogo && canShow ? contractor.key : null,
    program,
    transfer: transferFor(program, random),
    language: contractor.language,
    isColleague: false,
  }
}

/** Someone nobody has on file. */
export function stranger(person: { name: string; email: string }, random: Random): Correspondent {
  const firstName = person.name.split(' ')[0] ?? ''
  const program = random.pick(['gmail', 'apple', 'roundcube', 'thunderbird'] as const)
  return {
    ...person,
    firstName,
    gender: firstName.endsWith('a') ? 'f' : 'm',
    signature: [],
    smallPrint: null,
    logo: null,
    program,
    transfer: transferFor(program, random),
    language: 'pl',
    isColleague: false,
  }
}

function signatureOf(contact: Contact, contractor: SampleContractor, random: Random): string[] {
  const { address, nip, krs } = contractor
  const phone = contractor.language === 'pl' ? random.pick(['tel. ', 'tel.: ', 'kom. ', 'T: ']) : 'Phone '
  const numbers = nip
    ? [random.chance(0.5) ? `NIP ${spellNip(nip)}` : `NIP: ${nip}`, ...(krs ? [`KRS ${krs}`] : [])].join(', ')
    : ''
  return [
    contact.name,
    contact.role,
    contractor.name,
    `${address.street}, ${address.postalCode} ${address.city}`,
    `${phone}${contact.phone}`,
    ...(numbers && (contractor.key === goldenContractor || random.chance(0.75)) ? [numbers] : []),
    ...(contractor.domain && random.chance(0.5) ? [`www.${contractor.domain}`] : []),
  ]
}

/** Mostly UTF-8; old programs stay with the charsets of the nineties, sometimes without saying so. */
function transferFor(program: Program, random: Random): Transfer {
  if (program === 'legacy')
    return random.pick([
      'iso-8859-2 quoted',
      'windows-1250 8bit',
      'windows-1250 quoted',
      'windows-1250 undeclared',
    ] as const)
  if (program === 'roundcube') return random.pick(['utf-8 quoted', 'utf-8 base64', 'iso-8859-2 quoted'] as const)
  if (program === 'outlook')
    return random.pick(['utf-8 quoted', 'utf-8 base64', 'windows-1250 quoted', 'iso-8859-2 quoted'] as const)
  return random.chance(0.7) ? 'utf-8 quoted' : 'utf-8 base64'
}
