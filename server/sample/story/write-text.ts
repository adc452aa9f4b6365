import type { Random } from '../random.ts'
import { inWarsaw } from '../warsaw-time.ts'
import { vocativeOf } from '../words/first-names.ts'
import {
  askingClosings,
  calmClosings,
  englishFarewells,
  farewells,
  germanFarewells,
  stiffGreetings,
  warmGreetings,
} from '../words/phrases.ts'
import { fill } from './fill.ts'
import type { Correspondent } from './planned-mail.ts'

/** What a text is written from. */
export type Draft = {
  paragraphs: readonly string[]
  words: Readonly<Record<string, string>>
  from: Correspondent
  to: Correspondent
  at: Date
  /** How many mails of this conversation came before. */
  position: number
  language: Correspondent['language']
  random: Random
  /** Whether nothing is left to chance, as in the conversation of the demonstrations. */
  isFixed?: boolean
  /** Whether the two are colleagues on first-name terms. */
  isInformal?: boolean
}

/** Writes a mail from greeting to name. */
export function writeText(draft: Draft): string {
  const { random, from, to, words } = draft
  const voices = { speaker: from.gender, addressee: to.gender }
  const say = (template: string) => fill(template, { ...words, wolacz: vocativeOf(to.firstName) }, voices, random)
  const greeting = say(greetingFor(draft))
  const paragraphs = draft.paragraphs
    .filter(text => !text.startsWith('?') || random.chance(0.55))
    .map(text => say(text.replace(/^\?/, '')))
  const body =
    greeting.endsWith(',') && draft.language !== 'en'
      ? [startSmall(paragraphs[0] ?? ''), ...paragraphs.slice(1)]
      : paragraphs
  const closing =
    draft.language === 'pl' && !draft.isFixed && !draft.isInformal && random.chance(draft.position === 0 ? 0.45 : 0.25)
      ? [say(closingFor(draft))]
      : []
  return [greeting, ...body, ...closing, [farewellFor(draft), ...nameBelow(draft)].join('\n')].join('\n\n')
}

/** A signature brings the name with it; above it people who know each other put their first name. */
function nameBelow({ from, position, random, isFixed }: Draft): string[] {
  if (from.signature.length === 0) return [from.name]
  return position > 1 && !isFixed && random.chance(0.35) ? [from.firstName] : []
}

function greetingFor({ language, position, random, to, isFixed, isInformal }: Draft): string {
  if (isInformal) return random.pick(['Cześć,', 'Cześć {wolacz},', '{wolacz},', 'Hej,', 'Dzień dobry,'])
  if (language === 'en') return random.pick([`Dear ${to.firstName},`, `Hello ${to.firstName},`, `Hi ${to.firstName},`])
  const surname = to.name.split(' ').at(-1)
  if (language === 'de') return to.gender === 'f' ? `Guten Tag Frau ${surname},` : `Guten Tag Herr ${surname},`
  if (isFixed) return 'Dzień dobry, «Pani/Panie» {wolacz},'
  return random.chance(position === 0 ? 0.45 : 0.8) ? random.pick(warmGreetings) : random.pick(stiffGreetings)
}

function closingFor({ position, at, random }: Draft): string {
  const { weekday, month, day } = inWarsaw(at)
  if (month === 12 && day > 14)
    return random.pick(['Życzę spokojnych Świąt.', 'Przy okazji życzę wesołych Świąt i dobrego Nowego Roku.'])
  if (weekday === 5 && random.chance(0.5)) return random.pick(['Życzę udanego weekendu.', 'Miłego weekendu!'])
  return random.pick(position === 0 ? askingClosings : calmClosings)
}

function farewellFor({ language, random, from, at, isFixed, isInformal }: Draft): string {
  if (isInformal) return random.pick(['Pozdrawiam', 'Dzięki', 'Dzięki i pozdrawiam', 'Pozdrawiam,'])
  if (language === 'en') return random.pick(englishFarewells)
  if (language === 'de') return random.pick(germanFarewells)
  if (isFixed) return from.isColleague ? 'Z poważaniem' : 'Pozdrawiam'
  return inWarsaw(at).weekday === 5 && random.chance(0.1) ? 'Pozdrawiam i miłego weekendu' : random.pick(farewells)
}

/** After a greeting with a comma the sentence goes on with a small letter, unless a polite form or a name of letters begins it. */
function startSmall(text: string): string {
  const isKept = /^(?:Państw|Pani|Pan\b|Panu|\p{Lu}\p{Lu}|\P{L})/u.test(text)
  return isKept ? text : text.charAt(0).toLowerCase() + text.slice(1)
}
