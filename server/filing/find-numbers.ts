import { type PatternPart, partsOf, standardPattern, writeReference } from '../../shared/reference-pattern.ts'
import { readNip } from '../../shared/tax-id.ts'
import type { Named } from './decide/facts.ts'

/** People name a matter in the first screens; the rest is attachments pasted as text. */
const TEXT_LENGTH = 20_000
const MOST = 10
const CASE_WORD =
  /(?:spraw[ayęie]|spr\.|znak|case|matter|ref\.?|reference)\s*(?:nr\.?|numer|no\.?|number|znak)?\s*[:#]?\s*\[?\s*$/iu
/** Numbers of documents look the same. */
const DOCUMENT_WORD =
  /(?:faktur\p{L}*|fv|fvs|fa|fz|korekt\p{L}*|invoice|zam[óo]wieni\p{L}*|zam\.?|zlecen\p{L}*|order|po|ofert\p{L}*|offer|quote|umow\p{L}*|contract|wz|pz|mm|rachun\p{L}*|not\p{L}*|proform\p{L}*|protok[óo]\p{L}*|list\p{L}*)\s*(?:nr\.?|numer|no\.?|number)?\s*[:#]?\s*$/iu
const TAX_ID =
  /(?<![\p{L}\p{N}-])(?:PL[ -]?)?(\d{3}-\d{3}-\d{2}-\d{2}|\d{3}-\d{2}-\d{2}-\d{3}|\d{3} \d{3} \d{2} \d{2}|\d{10})(?![\p{L}\p{N}]|-\d)/giu

/** What a text names: case references by any of our patterns, and tax numbers whose digits add up; the first few. */
export function findNumbers(text: string, patterns: string[] = [standardPattern]): Named {
  const read = text.slice(0, TEXT_LENGTH)
  const found = patterns.map(pattern => references(read, pattern))
  const written = (isLabel: boolean) =>
    found.flatMap(ones => firstFew(ones.filter(one => one.isLabel === isLabel).map(({ value }) => value)))
  return { cases: written(false), taxIds: firstFew(taxIds(read)), labels: written(true) }
}

/** What looks like a reference of ours; a label when the word before it says that it is the number of a document. */
function references(text: string, pattern: string): { value: string; isLabel: boolean }[] {
  const parts = partsOf(pattern)
  const hasName = parts.some(({ kind, text: letters }) => kind === 'letters' && letters.length > 1)
  return Array.from(text.matchAll(findingOf(parts))).flatMap(match => {
    const { 0: whole, groups: { year = '0', number = '' } = {} } = match
    const before = text.slice(Math.max(0, match.index - 40), match.index)
    const isNamed =
      hasName || CASE_WORD.test(before) || (before.endsWith('[') && text[match.index + whole.length] === ']')
    // A span of years, and numbers too short to be ours, only where they are called a case.
    const isPlain = number.length >= 4 && !/^(?:19|20)\d\d$/.test(number)
    const isLabel = !isNamed && DOCUMENT_WORD.test(before)
    return isNamed || isPlain ? [{ value: writeReference(pattern, Number(year), Number(number)), isLabel }] : []
  })
}

/**
 * Finds `2026/0017` and `2026-0017` by `{year}/{number:4}`; not as a part of a longer number, so no date and no number with
 * a prefix. A pattern holds letters, marks and numbers only, each of bounded length, so a search takes one look at each letter.
 */
function findingOf(parts: PatternPart[]): RegExp {
  const finding = ({ kind, text, width }: PatternPart) => {
    if (kind === 'year') return '(?<year>(?:19|20)\\d\\d)'
    if (kind === 'number') return `(?<number>\\d{1,${Math.max(6, width)}})`
    if (kind === 'letters') return text
    return text === '.' ? '\\.' : text === '_' ? '\\s?_\\s?' : '\\s?[/-]\\s?'
  }
  return new RegExp(
    `(?<![\\p{L}\\p{N}/\\\\._-])${parts.map(finding).join('')}(?![\\p{L}\\p{N}]|[/\\\\_-][\\p{L}\\p{N}]|\\.\\d)`,
    'giu',
  )
}

function taxIds(text: string): string[] {
  return Array.from(text.matchAll(TAX_ID), ([, digits = '']) => readNip(digits)).filter(nip => nip !== null)
}

function firstFew(found: string[]): string[] {
  return [...new Set(found)].slice(0, MOST)
}
