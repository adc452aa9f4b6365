import type { Random } from '../random.ts'
import { englishThanks, germanThanks, nudges, receipts, sideQuestions, thanks } from '../words/interludes.ts'
import { type FileKind, type Scenario, type Step, them, us } from '../words/scenario.ts'

/** Documents that nobody is glad to get. */
const unwelcome: FileKind[] = [
  'photo',
  'statement',
  'price-list',
  'invoice',
  'policy',
  'protocol',
  'waybill',
  'order',
  'plan',
  'contract',
]

/** The steps of a scenario with the small mails in between that people write: thanks, reminders, questions beside the matter. */
export function withInterludes(scenario: Scenario, random: Random): Step[] {
  return scenario.steps.flatMap((step, index) => {
    const next = scenario.steps[index + 1]
    const other = step.by === 'us' ? them : us
    const same = step.by === 'us' ? us : them
    if (step.files.length > 0 && random.chance(0.42))
      return [
        step,
        other(thanksIn(scenario.language, { isWelcome: !step.files.some(kind => unwelcome.includes(kind)), random })),
      ]
    if (scenario.language || !next) return [step]
    if (random.chance(0.09)) return [step, same(random.pick(nudges))]
    if (scenario.desk !== 'board' && random.chance(0.16)) {
      const [question, answer] = random.pick(sideQuestions)
      return [step, other(question), same(answer)]
    }
    return [step]
  })
}

function thanksIn(
  language: Scenario['language'],
  { isWelcome, random }: { isWelcome: boolean; random: Random },
): string[] {
  const polish = isWelcome ? [...receipts, ...thanks] : receipts
  return random.pick(
    language === 'en' && isWelcome
      ? englishThanks
      : language === 'en'
        ? englishThanks.slice(0, 2)
        : language === 'de'
          ? germanThanks
          : polish,
  )
}
