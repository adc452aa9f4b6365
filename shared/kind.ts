/** What an item can be, of what comes with the product. Administrators add types of documents (`OwnKind`). */
export const kinds = [
  'mail-in',
  'mail-out',
  'invoice',
  'order',
  'offer',
  'contract',
  'protocol',
  'document',
  'call',
  'meeting',
  'task',
  'note',
] as const

export type BuiltInKind = (typeof kinds)[number]

/** The key of a type of documents that an administrator made. */
export type OwnKind = `own-${string}`
export const ownKindPattern = '^own-[0-9a-f]{8}$'

export type Kind = BuiltInKind | OwnKind

/** The kinds of the product that are documents. */
export const documentTypes = ['invoice', 'order', 'offer', 'contract', 'protocol', 'document'] as const

export type DocumentType = (typeof documentTypes)[number]

const ownKind = new RegExp(ownKindPattern)

/** Whether a kind is a type of documents, the product's or an own one. */
export function isDocumentKind(kind: string): boolean {
  return ownKind.test(kind) || documentTypes.some(type => type === kind)
}

/** Those of some words that are kinds, in the order of the product, the company's own ones last. */
export function kindsIn(words: string[]): Kind[] {
  const own = words.filter((word): word is OwnKind => ownKind.test(word))
  return [...kinds.filter(kind => words.includes(kind)), ...new Set(own)]
}

/** How a filing came about: by a person's hand, or by the step of the decision that fitted. */
export const filingMethods = [
  'hand',
  'earlier-decision',
  'rule',
  'thread',
  'case-number',
  'tax-id',
  'address',
  'domain',
  'only-open-case',
  'history',
  'with-mail',
  'address-tag',
  'forwarded',
  'reply-to',
] as const

export type FilingMethod = (typeof filingMethods)[number]
