import type { Gender, SampleMailKind, SampleTheme, SampleTruth } from '../sample-types.ts'

/** The mail programs whose habits the sources show. */
export type Program = 'outlook' | 'thunderbird' | 'gmail' | 'apple' | 'roundcube' | 'legacy'

/** How a text travels: its charset and the way its bytes are made safe. */
export type Transfer =
  | 'utf-8 quoted'
  | 'utf-8 base64'
  | 'iso-8859-2 quoted'
  | 'windows-1250 quoted'
  | 'windows-1250 8bit'
  | 'windows-1250 undeclared'

/** Someone who writes or receives mail. */
export type Correspondent = {
  name: string
  firstName: string
  gender: Gender
  email: string
  /** The lines below the name in a signature; none means no signature. */
  signature: string[]
  smallPrint: string | null
  /** Names the logo that stands in the signature, or null. */
  logo: string | null
  program: Program
  transfer: Transfer
  language: 'pl' | 'en' | 'de'
  isColleague: boolean
}

/** A file that will hang on a mail; its bytes are made when they are needed. */
export type PlannedFile = { name: string; type: string; bytes: () => Uint8Array }

/** A mail before it has a source: small enough to keep thousands. */
export type PlannedMail = {
  key: string
  kind: SampleMailKind
  theme: SampleTheme
  truth: SampleTruth
  mailbox: string
  contractorKey: string | null
  alsoContractorKeys: string[]
  caseKey: string | null
  filedByHand: boolean
  threadKey: string
  sentAt: Date
  from: Correspondent
  to: Correspondent[]
  cc: Correspondent[]
  subject: string
  /** What the writer wrote, down to the name; without signature and quoted mail. */
  text: string
  files: PlannedFile[]
  messageId: string
  answers: PlannedMail | null
  /** Whether the answered mail is quoted below the text. */
  isQuoting: boolean
  forwards: PlannedMail | null
  /** Header lines beyond those every mail has. */
  extraHeaders: [name: string, value: string][]
  /** How our border judged the sender. */
  verdict: 'pass' | 'none' | 'fail'
  /** Instead of a usual body: the parts of a delivery report. */
  report?: { recipient: string; original: PlannedMail }
}
