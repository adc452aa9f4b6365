import type { CaseKey } from './cases.ts'
import type { UserKey } from './company.ts'
import type { PlaceName, Truth } from './truth.ts'

/** What the mails are about; the figures are printed for each. */
export const themes = [
  'threads',
  'forwards',
  'new-matters',
  'changed-people',
  'copies',
  'platforms',
  'automatic',
  'spoofs',
  'references',
  'odd-mail',
] as const

export type Theme = (typeof themes)[number]

/** How our own border judged the sender; `forged` carries a verdict that somebody else wrote. */
export type Verdict = 'pass' | 'fail' | 'none' | 'forged'

/** One mail of the story. Writers are keys of `people` or `users`, or written out as in a header. */
export interface MailPlan {
  key: string
  from: string
  to: string
  cc?: string
  bcc?: string
  subject?: string
  text: string
  /** The mail that this one answers: gives In-Reply-To, References, subject and quotation. */
  re?: string
  quote?: 'gmail' | 'outlook' | 'none'
  /** The mail that is forwarded in the text, or as an attachment. */
  forwards?: string
  attaches?: string
  /** An empty text for none; the writer's name and firm unless given. */
  signature?: string
  attachments?: { name: string; type: string; content: string }[]
  headers?: string[]
  verdict?: Verdict
  /** Null for a mail without one; without angle brackets. */
  messageId?: string | null
  /** Raw means that the bytes stand there without any declaration. */
  charset?: 'utf-8' | 'windows-1250' | 'iso-8859-2' | 'raw-windows-1250' | 'raw-utf-8'
  html?: boolean
  /** Another content type of the whole, with the body as it travels. */
  whole?: { type: string; body: string }
  /** Whose mailbox it lies in; the first of our people among sender and recipients unless given. */
  owner?: UserKey
}

/** What happens in the story, in order. */
export type Step =
  /** A mail comes and has to find its place by itself; a person may put it right afterwards. */
  | { mail: MailPlan; truth: Truth; theme: Theme; afterwards?: PlaceName }
  /** A mail that a person files at once: history to learn from. */
  | { mail: MailPlan; filedBy: 'hand'; place: PlaceName }
  | { closes: CaseKey }

/** A mail that has to find its place. */
export function arrives(theme: Theme, mail: MailPlan, truth: Truth, afterwards?: PlaceName): Step {
  return { mail, truth, theme, ...(afterwards && { afterwards }) }
}

/** A mail that a person files. */
export function byHand(place: PlaceName, mail: MailPlan): Step {
  return { mail, filedBy: 'hand', place }
}
