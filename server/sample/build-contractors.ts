import { foldLetters } from './fold-letters.ts'
import { type Random, randomFor } from './random.ts'
import type { SampleContractor, SampleGroup, SampleUser } from './sample-types.ts'
import { inventKrs, inventNip, inventRegon } from './tax-numbers.ts'
import { colleagues, groupNames, ownDomain } from './words/colleagues.ts'
import { type ContractorSeed, contractorSeeds } from './words/contractors.ts'

/** The colleagues of the sample company. */
export function buildUsers(): SampleUser[] {
  return colleagues.map(({ key, firstName, surname, gender, role, phone, isAdministrator }) => ({
    key,
    name: `${firstName} ${surname}`,
    firstName,
    gender,
    email: `${foldLetters(firstName)}.${foldLetters(surname)}@${ownDomain}`,
    role,
    phone,
    isAdministrator,
  }))
}

/** The teams of the sample company. */
export function buildGroups(users: SampleUser[]): SampleGroup[] {
  return groupNames.map(name => ({
    name,
    members: users.filter((_, index) => colleagues[index]?.groups.includes(name)).map(user => user.email),
  }))
}

/** The contractors of the sample company, with invented tax numbers and telephones. */
export function buildContractors(seed: number, users: SampleUser[]): SampleContractor[] {
  return contractorSeeds.map(planned =>
    withNumbers(planned, { users, random: randomFor(seed, `contractor ${planned.key}`) }),
  )
}

function withNumbers(planned: ContractorSeed, tools: { users: SampleUser[]; random: Random }): SampleContractor {
  const { users, random } = tools
  const { key, name, trade, domain, street, postalCode, city, cityIn, country, audience, language, note } = planned
  const isPolishCompany = country === 'PL' && trade !== 'private'
  const manager = users.find(user => user.firstName === planned.manager) ?? users[0]
  return {
    key,
    name,
    trade,
    domain,
    cityIn,
    audience,
    language,
    note,
    address: { street, postalCode, city, country },
    nip: isPolishCompany ? inventNip(random) : null,
    regon: isPolishCompany ? inventRegon(random) : null,
    krs: isPolishCompany && planned.hasKrs ? inventKrs(random) : null,
    phones: [inventPhone(random, country), ...(random.chance(0.3) ? [inventPhone(random, country)] : [])],
    emails: domain
      ? [`${random.pick(language === 'pl' ? ['biuro', 'sekretariat', 'kontakt'] : ['info', 'office'])}@${domain}`]
      : [],
    manager: manager?.email ?? '',
  }
}

/** A telephone number with 555 in the middle, as invented numbers have it. */
export function inventPhone(random: Random, country = 'PL'): string {
  if (country === 'PL')
    return random.chance(0.5)
      ? `+48 ${random.pick(['22', '61', '62', '71', '32', '12'])} 555 ${random.digits(2)} ${random.digits(2)}`
      : `+48 ${random.pick(['501', '602', '693', '784', '888'])} 555 ${random.digits(3)}`
  const prefix = { SE: '+46 40', DE: '+49 355', CZ: '+420 541', GB: '+44 113' }[country] ?? '+48 22'
  return `${prefix} 555 ${random.digits(4)}`
}
