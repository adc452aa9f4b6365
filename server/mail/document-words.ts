import type { DocumentType } from '../../shared/kind.ts'

/** Words, folded to ASCII, that name a kind of document in Polish and English, with the endings of Polish. */
const WORDS: [RegExp, DocumentType][] = [
  [/^(?:e?faktur(?:a|y|e|ze|o|om|ami)?|invoices?|inv|fv|fvat|fvk|rachunk?(?:i|u)?|rachunek|credit ?note)$/, 'invoice'],
  [/^(?:zamowieni(?:e|a|u|em|ami|om)|zamowien|zam|zleceni(?:e|a|u)|orders?)$/, 'order'],
  [/^(?:ofert(?:a|y|e|o|om|owa|owy|owe)?|wycen(?:a|y|e)|kosztorys(?:u|y|owy)?|offers?|quotes?|quotation)$/, 'offer'],
  [
    /^(?:umow(?:a|y|e|ie|o|om)?|aneks(?:u|y|em)?|kontrakt(?:u|y)?|contracts?|agreements?|annex|addendum|nda)$/,
    'contract',
  ],
  [/^(?:protokol(?:u|y|em|ow)?|protocols?)$/, 'protocol'],
]
/** Signs of accounting programs, meant only in capitals before a number: `po` alone is Polish for *after*. */
const SIGNS = new Map<string, DocumentType>([
  ['FA', 'invoice'],
  ['FS', 'invoice'],
  ['PO', 'order'],
  ['ZK', 'order'],
  ['ZD', 'order'],
  ['OF', 'offer'],
  ['UM', 'contract'],
])

/**
 * What kind of document words speak of. The first such word decides: a *protokół odbioru do umowy* is a protocol.
 * Null when none does.
 */
export function documentTypeInWords(text: string): DocumentType | null {
  const spaced = fold(text).replace(/(\p{Ll})(?=\p{Lu})/gu, '$1 ')
  const words = spaced.match(/[A-Za-z]+|\d+/g) ?? []
  for (const [index, word] of words.entries()) {
    const type = typeOfWord(word, words[index + 1] ?? '')
    if (type) return type
  }
  return null
}

function typeOfWord(word: string, next: string): DocumentType | null {
  const isNumberNext = /^\d/.test(next) || /^(?:nr|no)$/i.test(next)
  const sign = SIGNS.get(word)
  if (sign && isNumberNext) return sign
  return WORDS.find(([pattern]) => pattern.test(word.toLowerCase()))?.[1] ?? null
}

function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/ł/g, 'l')
    .replace(/Ł/g, 'L')
}
