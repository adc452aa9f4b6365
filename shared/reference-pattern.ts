/** Why a pattern of case references is refused. */
export type PatternTrouble = 'unreadable' | 'no-number' | 'run-together' | 'bare' | 'document' | 'twin'

/** A part of a pattern: what changes from case to case, letters that stay, or what stands between. */
export interface PatternPart {
  kind: 'year' | 'number' | 'letters' | 'mark' | 'other'
  text: string
  /** So many digits has a number at least. */
  width: number
}

/** How references look where nobody has said otherwise. */
export const standardPattern = '{year}/{number:4}'
const PART = /\{(?:(?<year>year)|(?<number>number)(?::(?<width>[1-8]))?)\}|(?<letters>[A-Z]+)|(?<mark>[/._-])|./gsu
const LONGEST = 40
/** Numbers of documents begin so: an invoice must never pass for a case. */
const documents =
  /^(?:F|FA|FS|FV|FVS|FVK|FZ|FAKTURA|KOR|INV|INVOICE|ZAM|ZK|ZS|ZLEC|PO|ORDER|OF|OFERTA|OFFER|UM|UMOWA|WZ|PZ|MM|RW|PW|RACH|NOTA|PROFORMA|PF|PROT|REF|NIP|PL|REGON|KRS|TEL|ISO|EN|DIN|RAL|NR|NO|LP|STR|POZ|ART|PAR|UST|PKT|T|S)$/

/** Spelled as it is kept: letters as capitals, so that no reference differs from another by them alone. */
export function spellPattern(written: string): string {
  return written
    .trim()
    .replace(/\{[^{}]*\}|[^{}]+/g, part => (part.startsWith('{') ? part.toLowerCase() : part.toUpperCase()))
}

/** The parts of a pattern, from left to right. */
export function partsOf(pattern: string): PatternPart[] {
  return Array.from(pattern.matchAll(PART), ({ 0: text, groups = {} }) => {
    const kind = (['year', 'number', 'letters', 'mark'] as const).find(one => groups[one] !== undefined) ?? 'other'
    return { kind, text, width: Number(groups['width'] ?? 1) }
  })
}

/** The reference of a case by a pattern. */
export function writeReference(pattern: string, year: number, number: number): string {
  const written = ({ kind, text, width }: PatternPart) => {
    if (kind === 'year') return String(year)
    return kind === 'number' ? String(number).padStart(width, '0') : text
  }
  return partsOf(pattern).map(written).join('')
}

/** What is wrong with a pattern, given all that were ever in use; null when nothing is. */
export function troubleOf(pattern: string, used: string[]): PatternTrouble | null {
  const parts = partsOf(pattern)
  const kinds = parts.map(({ kind }) => kind)
  const many = (kind: PatternPart['kind']) => kinds.filter(one => one === kind).length
  if (pattern.length > LONGEST || many('other') > 0 || many('number') > 1 || many('year') > 1) return 'unreadable'
  if (many('number') === 0) return 'no-number'
  if (kinds[0] === 'mark' || kinds.at(-1) === 'mark') return 'unreadable'
  if (kinds.some((kind, place) => isTight(kinds[place - 1], kind))) return 'run-together'
  const words = parts.filter(({ kind }) => kind === 'letters').map(({ text }) => text)
  if (words.some(word => documents.test(word))) return 'document'
  // A number alone, or behind one letter, stands in every letter and on every sheet of paper.
  if (many('year') === 0 && !words.some(word => word.length > 1)) return 'bare'
  return used.some(other => isTwin(other, pattern)) ? 'twin' : null
}

/** Digits beside digits, or two marks beside each other. */
function isTight(before: PatternPart['kind'] | undefined, kind: PatternPart['kind']): boolean {
  const isDigits = (one: PatternPart['kind'] | undefined) => one === 'year' || one === 'number'
  return (isDigits(before) && isDigits(kind)) || (before === 'mark' && kind === 'mark')
}

/** Year and number in turned order: a reference of one year could be one of another. */
function isTwin(one: string, other: string): boolean {
  const shape = (pattern: string, turn: boolean) =>
    partsOf(pattern)
      .map(({ kind, text }) =>
        kind === 'mark' ? '-' : kind === 'letters' ? text : (kind === 'year') === turn ? '#' : '*',
      )
      .join('')
  return one.includes('{year}') && other.includes('{year}') && shape(one, true) === shape(other, false)
}
