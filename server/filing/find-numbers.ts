import { readNip } from '../../shared/tax-id.ts'
import type { Named } from './decide/facts.ts'

/** People name a matter in the first screens; the rest is attachments pasted as text. */
const TEXT_LENGTH = 20_000
const MOST = 10
/** `2026/0017`, `2026-0017`; not as a part of a longer number, so no date and no number with a prefix. */
const REFERENCE =
  /(?<![\p{L}\p{N}/\\._-])((?:19|20)\d\d)\s?([/-])\s?(\d{1,6})(?![\p{L}\p{N}]|[/\\_-][\p{L}\p{N}]|\.\d)/gu
const CASE_WORD =
  /(?:spraw[ayęie]|spr\.|znak|case|matter|ref\.?|reference)\s*(?:nr\.?|numer|no\.?|number|znak)?\s*[:#]?\s*\[?\s*$/iu
/** Numbers of documents look the same. */
const DOCUMENT_WORD =
  /(?:faktur\p{L}*|fv|fvs|fa|fz|korekt\p{L}*|invoice|zam[óo]wieni\p{L}*|zam\.?|zlecen\p{L}*|order|po|ofert\p{L}*|offer|quote|umow\p{L}*|contract|wz|pz|mm|rachun\p{L}*|not\p{L}*|proform\p{L}*|protok[óo]\p{L}*|list\p{L}*)\s*(?:nr\.?|numer|no\.?|number)?\s*[:#]?\s*$/iu
const TAX_ID =
  /(?<![\p{L}\p{N}-])(?:PL[ -]?)?(\d{3}-\d{3}-\d{2}-\d{2}|\d{3}-\d{2}-\d{2}-\d{3}|\d{3} \d{3} \d{2} \d{2}|\d{10})(?![\p{L}\p{N}]|-\d)/giu

/** What a text names: case references as we write them, and tax numbers whose digits add up; the first few. */
export function findNumbers(text: string): Named {
  const read = text.slice(0, TEXT_LENGTH)
  const found = references(read)
  const written = (isLabel: boolean) => firstFew(found.filter(one => one.isLabel === isLabel).map(({ value }) => value))
  return { cases: written(false), taxIds: firstFew(taxIds(read)), labels: written(true) }
}

/** What looks like a reference of ours; a label when the word before it says that it is the number of a document. */
function references(text: string): { value: string; isLabel: boolean }[] {
  return Array.from(text.matchAll(REFERENCE)).flatMap(match => {
    const [whole, year = '', , number = ''] = match
    const before = text.slice(Math.max(0, match.index - 40), match.index)
    const isNamed = CASE_WORD.test(before) || (before.endsWith('[') && text[match.index + whole.length] === ']')
    // A span of years, and numbers too short to be ours, only where they are called a case.
    const isPlain = number.length >= 4 && !/^(?:19|20)\d\d$/.test(number)
    const isLabel = !isNamed && DOCUMENT_WORD.test(before)
    return isNamed || isPlain ? [{ value: `${year}/${number.padStart(4, '0')}`, isLabel }] : []
  })
}

function taxIds(text: string): string[] {
  return Array.from(text.matchAll(TAX_ID), ([, digits = '']) => readNip(digits)).filter(nip => nip !== null)
}

function firstFew(found: string[]): string[] {
  return [...new Set(found)].slice(0, MOST)
}
