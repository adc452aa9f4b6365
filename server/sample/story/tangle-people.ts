import { inventPhone } from '../build-contractors.ts'
import type { Contact } from '../build-persons.ts'
import { foldLetters } from '../fold-letters.ts'
import { randomFor } from '../random.ts'
import type { Gender, SampleContractor, SamplePerson } from '../sample-types.ts'
import { DAY_MS, intoOfficeHours } from '../warsaw-time.ts'
import { accountant, groupMembers, leavers, newcomers } from '../words/tangle-people.ts'
import { freshLetters, namelessLetters, newcomerLetters, newDeskLetters } from '../words/tangle-texts.ts'
import { contactAsCorrespondent } from './correspondents.ts'
import type { Correspondent, PlannedMail } from './planned-mail.ts'
import { contractorOf, letterTo, someContact, type Tangle } from './tangles.ts'
import { aboutContractor, untold } from './truth.ts'
import type { World } from './world.ts'

type Name = { firstName: string; surname: string; gender: Gender }

/** Somebody of two companies with one domain: known by address, new but with the tax number, or new without a word. */
export function planGroup(tangle: Tangle, turn: number): PlannedMail[] {
  const { world, random } = tangle
  const contractor = contractorOf(world, random.pick(groupMembers))
  const theme = 'shared-domain'
  if (turn % 3 === 0) {
    const from = someContact(tangle, contractor)
    return [letterTo(tangle, { from, contractor, letter: random.pick(freshLetters) }, { theme })]
  }
  const [firstName, surname, gender] = random.pick(newcomers)
  const from = { ...voice(world, { firstName, surname, gender }, contractor), signature: [] }
  return turn % 3 === 1
    ? [letterTo(tangle, { from, contractor, letter: random.pick(newcomerLetters) }, { theme })]
    : [
        letterTo(
          tangle,
          { from, contractor, letter: random.pick(namelessLetters) },
          { theme, truth: untold(contractor.key) },
        ),
      ]
}

/** Somebody who wrote for one contractor and writes for another since then, now and then as an answer to an old mail. */
export function planLeaver(tangle: Tangle, turn: number): PlannedMail[] {
  const { world, random } = tangle
  const leaver = random.pick(leavers)
  const left = world.now.getTime() - leaver.daysAgo * DAY_MS
  const theme = 'new-employer'
  const old = contractorOf(world, leaver.from)
  const before = voice(world, leaver, old)
  const earlier = letterTo(
    tangle,
    {
      from: before,
      contractor: old,
      letter: random.pick(freshLetters),
      at: intoOfficeHours(new Date(left - random.between(20, 150) * DAY_MS), random),
    },
    { theme },
  )
  if (turn % 3 === 0) return [earlier]
  const contractor = contractorOf(world, leaver.to)
  const from = voice(world, leaver, contractor)
  const letter = random.pick(newDeskLetters)
  const at = intoOfficeHours(new Date(left + random.between(5, 150) * DAY_MS), random)
  const marks = { theme, truth: aboutContractor(contractor.key) } as const
  const now = { ...tangle, key: `${tangle.key}-now` }
  if (turn % 3 === 1) return [letterTo(now, { from, contractor, letter, at }, marks)]
  return [earlier, letterTo(now, { from, contractor, letter, at }, { ...marks, answers: earlier, isQuoting: true })]
}

/** Contact persons that only these stories know of: who left, at the old employer's, and the accountant at each client's. */
export function tanglePersons(seed: number, contractors: SampleContractor[]): SamplePerson[] {
  const known = new Set(contractors.map(({ key }) => key))
  const gone = leavers.map(leaver =>
    personOf(seed, leaver, leaver.from, leaverAddress(leaver, domainOf(contractors, leaver.from))),
  )
  const keepers = accountant.clients.map(client => ({
    ...personOf(seed, accountant, client, accountant.email),
    role: `księgowość, ${accountant.firm}`,
    phone: accountant.phone,
  }))
  return [...gone, ...keepers].filter(({ contractorKey }) => known.has(contractorKey))
}

function personOf(seed: number, name: Name, contractorKey: string, email: string): SamplePerson {
  const { firstName, surname, gender } = name
  return {
    key: `${contractorKey}/${foldLetters(firstName)}-${foldLetters(surname)}`,
    contractorKey,
    name: `${firstName} ${surname}`,
    firstName,
    gender,
    role: gender === 'f' ? 'opiekunka klienta' : 'opiekun klienta',
    phone: inventPhone(randomFor(seed, `phone ${contractorKey} ${surname}`)),
    emails: [email],
  }
}

function voice(world: World, name: Name, contractor: SampleContractor): Correspondent {
  const email = leaverAddress(name, contractor.domain ?? '')
  const contact: Contact = { ...personOf(world.seed, name, contractor.key, email), desk: 'trade' }
  return contactAsCorrespondent(contact, contractor, world.seed)
}

function leaverAddress({ firstName, surname }: Name, domain: string): string {
  return `${foldLetters(firstName)}.${foldLetters(surname)}@${domain}`
}

function domainOf(contractors: SampleContractor[], key: string): string {
  return contractors.find(contractor => contractor.key === key)?.domain ?? ''
}
