/** What an item can be. Mail, activities and notes are known to the code; the document types come with the product. */
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

export type Kind = (typeof kinds)[number]

/** The kinds that are documents. */
export const documentTypes = ['invoice', 'order', 'offer', 'contract', 'protocol', 'document'] as const

export type DocumentType = (typeof documentTypes)[number]

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
