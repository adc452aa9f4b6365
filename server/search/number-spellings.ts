import { fold } from './fold.ts'

/** A number of one sort: how many digits stand together where it is written in groups, and what may stand before it. */
interface NumberForm {
  lead: { typed: string; indexed: string }
  groups: number[][]
}

const polish = { typed: 'pl', indexed: 'pl' }

const forms: NumberForm[] = [
  // Bank account.
  { lead: polish, groups: [[2, 4, 4, 4, 4, 4, 4]] },
  // Telephone, and REGON.
  {
    lead: { typed: '(?:\\+|00)?48', indexed: '48' },
    groups: [
      [3, 3, 3],
      [2, 3, 2, 2],
    ],
  },
  // NIP, and KRS.
  {
    lead: polish,
    groups: [
      [3, 3, 2, 2],
      [3, 2, 2, 3],
    ],
  },
]

const digitsOf = (groups: number[]) => groups.map(length => `\\d{${length}}`).join('[\\s()-]{0,2}')
const written = forms.flatMap(({ lead, groups }) =>
  groups.map(group => `\\(?(?:${lead.typed}\\)?[\\s-]?)?\\(?${digitsOf(group)}`),
)
// Thousands apart, or pence; of digits alone a reference consists as well, and to take each of them apart costs a search.
const amount = "\\d{1,3}(?:[\\s.,']\\d{3})+(?:[.,]\\d{2})?|\\d{4,9}[.,]\\d{2}"

/** As an expression: a number that people write in several ways. Blanks that stand in it do not end it. */
export const numberForm = `(?:${[...written, amount].join('|')})(?=[.,;:)]*(?:[\\s"„”“]|$))`
const isNumber = new RegExp(`^${numberForm}$`, 'iu')
const isAmount = new RegExp(`^(?:${amount})$`, 'u')

/** The usual spellings of a number, each as the words in a row that the index holds of it; none of what is no such number. */
export function spellingsOf(text: string): string[][] {
  if (!isNumber.test(text)) return []
  return [...amountSpellings(text), ...formSpellings(text)]
}

function amountSpellings(text: string): string[][] {
  if (!isAmount.test(text)) return []
  const [, before = '', pence] = /^(.*?)(?:[.,](\d{2}))?$/u.exec(text) ?? []
  const digits = before.replace(/\D/g, '')
  const rest = pence === undefined ? [] : [pence]
  const thousands = digits.replace(/\B(?=(?:\d{3})+$)/g, ' ').split(' ')
  return [
    [digits, ...rest],
    [...thousands, ...rest],
  ]
}

function formSpellings(text: string): string[][] {
  const bare = text.toLowerCase().replace(/[\s()+-]/g, '')
  return forms.flatMap(({ lead, groups: [first = [], ...others] }) => {
    const length = first.reduce((sum, digits) => sum + digits, 0)
    const [, digits] = new RegExp(`^(?:${lead.typed})?(\\d{${length}})$`, 'u').exec(bare) ?? []
    if (!digits) return []
    const apart = [first, ...others].map(group => cut(digits, group))
    // Of a new item the index holds what has hyphens in one, until its words have their places.
    return [[digits], [lead.indexed + digits], ...apart, ...apart.map(words => [words.join('-')])]
  })
}

function cut(digits: string, group: number[]): string[] {
  const ends = group.map((_, place) => group.slice(0, place + 1).reduce((sum, length) => sum + length, 0))
  return ends.map((end, place) => digits.slice(ends[place - 1] ?? 0, end))
}

/** *email* and *e-mail* in whatever form: the ending as the word is written otherwise, in one or after the hyphen. */
export function mailWord(text: string): { inOne: string; apart: [string, string] } | null {
  const [, ending] = /^e-?mail(\p{L}{0,5})$/u.exec(fold(text)) ?? []
  return ending === undefined ? null : { inOne: `email${ending}`, apart: ['e', `mail${ending}`] }
}
