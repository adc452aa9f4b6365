import { randomFor } from '../random.ts'
import type { SampleContractor } from '../sample-types.ts'
import { DAY_MS, inWarsaw } from '../warsaw-time.ts'
import { officeScenarios } from '../words/matters.ts'
import { scenarios } from '../words/scenarios.ts'
import { inventFacts } from './facts.ts'
import { STORY_DAYS } from './plan-cases.ts'
import { planConversation } from './plan-conversation.ts'
import type { PlannedMail } from './planned-mail.ts'
import { singleMail, someMoment } from './single-mail.ts'
import { inventSubject } from './subject.ts'
import { aboutContractor } from './truth.ts'
import { busyContractor, deskOf, type World } from './world.ts'
import { writeText } from './write-text.ts'

const circulars = [
  [
    'Praca biura w okresie świątecznym',
    'Informujemy, że od 24 grudnia do 2 stycznia nasze biuro i magazyn są nieczynne. Ostatnie wysyłki w tym roku zrealizujemy 19 grudnia.',
    'Dziękujemy za wspólny rok.',
  ],
  [
    'Przerwa urlopowa na produkcji',
    'Uprzejmie informujemy, że w pierwszych dwóch tygodniach sierpnia zakład produkcyjny ma przerwę urlopową. Zamówienia złożone do 10 lipca dostarczymy przed przerwą.',
    'Biuro handlowe pracuje bez zmian.',
  ],
  [
    'Zaproszenie na dni otwarte',
    'Zapraszamy na dni otwarte w naszej wzorcowni w Kępnie. Pokażemy nową kolekcję i wzornik tkanin na {rok} rok.',
    'Prosimy o potwierdzenie udziału.',
  ],
  [
    'Zmiana numeru telefonu działu handlowego',
    'Dział handlowy odbiera teraz telefony pod nowym numerem: +48 62 555 01 12. Adresy e-mail pozostają bez zmian.',
  ],
] as const

/** A mail of ours to several contractors at once; it belongs into the files of all of them. */
export function planCircular(world: World, key: string): PlannedMail {
  const random = randomFor(world.seed, key)
  const at = someMoment(world, random)
  const [subject = '', ...paragraphs] = circularFor(at, random.between(2, 3))
  const customers = random
    .shuffle(world.contractors.filter(({ trade, domain }) => trade === 'customer' && domain))
    .slice(0, random.between(3, 5))
  const people = customers
    .flatMap(({ key: contractor }) => world.contacts.get(contractor)?.slice(0, 1) ?? [])
    .map(world.voiceOf)
  const from = deskOf(world, customers[0] as (typeof customers)[number], 'sales')
  const to = people[0] as (typeof people)[number]
  const words: Record<string, string> = { rok: String(inWarsaw(at).year + 1) }
  const text = writeText({
    paragraphs,
    words,
    from,
    to,
    at,
    position: 0,
    language: 'pl',
    random,
    isFixed: true,
  }).replace(/^.*\n/, 'Szanowni Państwo,\n')
  return {
    ...singleMail(world, { key, kind: 'thread', at, from, to, subject, text }),
    theme: 'circular',
    truth: aboutContractor(...customers.map(({ key: contractor }) => contractor)),
    to: people,
    contractorKey: customers[0]?.key ?? null,
    alsoContractorKeys: customers.slice(1).map(({ key: contractor }) => contractor),
  }
}

/** In December and in summer people write about holidays, otherwise about the rest. */
function circularFor(at: Date, other: number): readonly string[] {
  const { month } = inWarsaw(at)
  const index = month === 12 ? 0 : month > 4 && month < 8 ? 1 : other
  return circulars[index] ?? circulars[3]
}

/** A conversation outside any case, with the chosen contractor or with whoever a lot is going on. */
export function planLooseConversation(world: World, key: string, chosen?: SampleContractor): PlannedMail[] {
  const random = randomFor(world.seed, key)
  const contractor = chosen ?? busyContractor(world, random)
  const suitable = scenarios.filter(({ key: scenario, trades, language }) =>
    contractor.trade === 'office'
      ? officeScenarios[contractor.key]?.includes(scenario)
      : trades.includes(contractor.trade) &&
        (contractor.language === 'de') === (language === 'de') &&
        scenario !== 'tender',
  )
  const at = new Date(world.now.getTime() - Math.floor(random.next() ** 1.1 * STORY_DAYS * DAY_MS))
  const tools = { random, numbering: world.numbering }
  const facts = inventFacts(inventSubject(contractor, at, tools), at, tools)
  return planConversation(world, { key, scenario: random.pick(suitable), contractor, caseKey: null, facts })
}
