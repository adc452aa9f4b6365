import { inventPhone } from './build-contractors.ts'
import { foldLetters } from './fold-letters.ts'
import { type Random, randomFor } from './random.ts'
import type { Gender, SampleContractor, SamplePerson } from './sample-types.ts'
import { contractorSeeds } from './words/contractors.ts'
import { firstNames } from './words/first-names.ts'
import { goldenContractor, goldenPeople } from './words/golden.ts'
import { foreignPeople, type Role, roles } from './words/roles.ts'
import { surnames } from './words/surnames.ts'

/** A contact person, and which of our conversations reach her. */
export type Contact = SamplePerson & { desk: Role['desk'] }

type Name = { firstName: string; surname: string; gender: Gender }

const goldenDesks: Role['desk'][] = ['trade', 'board', 'accounting', 'warehouse', 'trade', 'trade']
const freeMail = ['wp.pl', 'onet.pl', 'gmail.com', 'o2.pl', 'interia.pl']

/** The contact persons of all contractors. */
export function buildPersons(seed: number, contractors: SampleContractor[]): Contact[] {
  const taken = new Set<string>(['Anna Kowal'])
  return contractors.flatMap(contractor => {
    const random = randomFor(seed, `persons ${contractor.key}`)
    if (contractor.key === goldenContractor) {
      return goldenPeople.map(([firstName, surname, gender, role], index) =>
        contact(
          { firstName, surname, gender },
          { contractor, role, desk: goldenDesks[index] ?? 'trade', index, random },
        ),
      )
    }
    return namesFor(contractor, { random, taken }).map((name, index) => {
      const role = roles[contractor.trade][index % roles[contractor.trade].length] as Role
      return contact(name, { contractor, role: role.title[name.gender], desk: role.desk, index, random })
    })
  })
}

function namesFor(contractor: SampleContractor, tools: { random: Random; taken: Set<string> }): Name[] {
  const foreign = foreignPeople[contractor.key]
  if (foreign) return foreign.map(([firstName, surname, gender]) => ({ firstName, surname, gender }))
  if (contractor.trade === 'private') {
    const [firstName, surname] = contractor.name.split(' ') as [string, string]
    return [{ firstName, surname, gender: firstName.endsWith('a') ? 'f' : 'm' }]
  }
  const weight = contractorSeeds.find(planned => planned.key === contractor.key)?.weight ?? 1
  const count = Math.min(6, Math.max(3, Math.round(2 + weight)))
  return Array.from({ length: count }, () => freshName(tools))
}

function freshName({ random, taken }: { random: Random; taken: Set<string> }): Name {
  for (;;) {
    const { name: firstName, gender } = random.pick(firstNames)
    const surname = random.pick(surnames)[gender]
    if (taken.has(`${firstName} ${surname}`)) continue
    taken.add(`${firstName} ${surname}`)
    return { firstName, surname, gender }
  }
}

type Place = { contractor: SampleContractor; role: string; desk: Role['desk']; index: number; random: Random }

function contact(name: Name, { contractor, role, desk, index, random }: Place): Contact {
  const first = foldLetters(name.firstName)
  const last = foldLetters(name.surname)
  const isGolden = contractor.key === goldenContractor
  const isFreeMail = !contractor.domain || (index > 1 && random.chance(0.08) && !isGolden)
  const own = contractor.domain
    ? `${isGolden || random.chance(0.8) ? `${first}.${last}` : `${first[0]}${last}`}@${contractor.domain}`
    : null
  const free = `${first}.${last}.fikcja@${random.pick(freeMail)}`
  return {
    key: `${contractor.key}/${first}-${last}`,
    contractorKey: contractor.key,
    name: `${name.firstName} ${name.surname}`,
    firstName: name.firstName,
    gender: name.gender,
    role,
    desk,
    phone: inventPhone(random, contractor.address.country),
    emails: [...(own && !isFreeMail ? [own] : []), ...(isFreeMail || (!isGolden && random.chance(0.07)) ? [free] : [])],
  }
}
