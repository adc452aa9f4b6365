/** Every reason the server may give for saying no, and the HTTP status it travels with. */
export const refusals = {
  invalid: 400,
  'tax-id-wrong': 400,
  'common-password': 400,
  'not-signed-in': 401,
  'wrong-password': 401,
  'password-needed': 401,
  'code-needed': 401,
  'wrong-code': 401,
  'second-factor-needed': 401,
  'identity-unknown': 401,
  'account-refused': 401,
  'ticket-spent': 401,
  'not-allowed': 403,
  'not-found': 404,
  'method-not-allowed': 405,
  'case-closed': 409,
  'on-hold': 409,
  'already-there': 409,
  'address-taken': 409,
  'changed-meanwhile': 409,
  'account-on': 409,
  'enough-related': 409,
  'group-in-use': 409,
  'contractor-in-use': 409,
  'own-person': 409,
  'person-erased': 409,
  'no-public-url': 409,
  'no-mail-server': 409,
  'too-large': 413,
  'wrong-media-type': 415,
  'not-processable': 422,
  'list-unreadable': 422,
  'ambiguous-pattern': 422,
  'told-by-mail': 422,
  'takes-too-long': 422,
  'too-many': 429,
  internal: 500,
  unavailable: 503,
  'provider-silent': 503,
  'mail-not-taken': 503,
  'webhook-not-taken': 503,
  'storage-full': 507,
} as const

export type RefusalCode = keyof typeof refusals

/** The body of a refusal (RFC 9457), with our stable code and the fields at fault. */
export interface Problem {
  type: 'about:blank'
  title: string
  status: number
  code: RefusalCode
  fields?: string[]
  /** A sentence in the language that was asked for (`Accept-Language`), for whoever reads the refusal without our pages. */
  detail: string
}
