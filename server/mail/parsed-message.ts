import type { Invoice } from '../../shared/invoice.ts'
import type { DocumentType } from '../../shared/kind.ts'

/**
 * What was odd about a message, so that filing can be careful and people can be told.
 *
 * - `no-headers`: it has no header; all of it was taken as text
 * - `header-truncated`: its header passed a limit and only the first part of it was read
 * - `parts-truncated`: too many or too deeply nested parts; the rest is one attachment
 * - `text-too-long`: a text is longer than anyone reads; it became an attachment
 * - `charset-guessed`: letters came without a charset, or with a wrong one, and were recognised
 * - `bad-encoding`: base64, quoted-printable or the charset was broken and what could be read was kept
 * - `signed`, `encrypted`: it carries S/MIME or PGP
 * - `several-from`: more than one From header, or more than one mailbox in it
 * - `from-disagrees`: two parsers read different From addresses, so the sender can't be trusted
 * - `address-in-name`: the From name shows another address than the true one
 * - `disguised-name`: the From name holds letters that are unseen, turned or of an alphabet that looks like another
 * - `disguised-file`: the name of a file turned the reading direction to hide its true ending; it is kept without that
 * - `no-date`: the Date header is missing or can't be read
 * - `future-date`: it claims to be sent after it was received
 * - `nul-bytes`: NUL bytes were left out of its text
 * - `winmail-kept`: a winmail.dat could not be unpacked whole and stays beside what was found in it
 */
export type Mark =
  | 'no-headers'
  | 'header-truncated'
  | 'parts-truncated'
  | 'text-too-long'
  | 'charset-guessed'
  | 'bad-encoding'
  | 'signed'
  | 'encrypted'
  | 'several-from'
  | 'from-disagrees'
  | 'address-in-name'
  | 'disguised-name'
  | 'disguised-file'
  | 'no-date'
  | 'future-date'
  | 'nul-bytes'
  | 'winmail-kept'

/** Someone named in a header. The address is lower case, or '' when what stood there is no address: then it is kept in the name. */
export type Mailbox = {
  name: string
  address: string
}

/** A file that travelled with a message, decoded. */
export type Attachment = {
  /** Cleaned file name, data only and never a path; '' when the part has none. */
  name: string
  /** Media type by content where that can be told, else as declared. */
  type: string
  size: number
  /** sha256 of the decoded bytes, in hex. */
  hash: string
  disposition: 'attachment' | 'inline'
  /** Content-ID without brackets, by which the HTML shows it. */
  contentId: string | null
  /** What kind of document it looks like; null when it does not become a document. */
  documentType: DocumentType | null
  content: Uint8Array<ArrayBuffer>
}

/** A field of a header. A list and no object, because mail chooses the names. */
export type HeaderField = {
  /** Lower case. */
  name: string
  value: string
}

/** Header facts that tell people's mail from machines' mail, and whom our border trusted. */
export type HeaderFacts = {
  /** Keyword of Auto-Submitted, lower case, without parameters. */
  autoSubmitted: string | null
  /** Whether a header of an auto-responder (X-Autoreply and its kin) is present. */
  autoReply: boolean
  precedence: string | null
  listId: string | null
  listUnsubscribe: string | null
  /** Return-Path is present and empty: nobody wants an answer. */
  returnPathEmpty: boolean
  /** Every Authentication-Results value, unfolded, topmost first. */
  authenticationResults: string[]
  receivedCount: number
  /** Media type of the whole message, lower case. */
  contentType: string
  /** Of a multipart/report: delivery-status, disposition-notification ... */
  reportType: string | null
}

/** An invitation to a meeting, its change, or its end. Title, note and place are text, whatever they hold. */
export type Invitation = {
  method: 'request' | 'cancel'
  uid: string
  sequence: number
  stampedAt: string | null
  /** Of one meeting out of a series: when it would have begun. */
  recurrenceId: string | null
  /** Address of whoever invites, '' when none is named. */
  organizer: string
  title: string
  note: string
  place: string
  startsAt: string
  endsAt: string | null
  /** When the meetings of the series begin, the first included; a thousand of them, or five years, at most. */
  occurrences: string[]
}

/** All we know of a message after reading its source. Plain data that survives a structured clone; times are ISO texts. */
export type ParsedMessage = {
  /** Without brackets, in its own case; an overlong one is cut and ends in a hash of the whole. Null when there is none. */
  messageId: string | null
  /** sha256 in hex over what every copy of the message has in common. */
  fingerprint: string
  subject: string
  sentAt: string | null
  /** Date of the topmost Received header. */
  receivedAt: string | null
  from: Mailbox[]
  sender: Mailbox[]
  replyTo: Mailbox[]
  to: Mailbox[]
  cc: Mailbox[]
  bcc: Mailbox[]
  /** Message-IDs without brackets. */
  inReplyTo: string[]
  /** Message-IDs without brackets; of more than 100 the first 50 and the last 50. */
  references: string[]
  /** The visible text: the plain part, else the text of the HTML. */
  text: string
  /** The text without what it quotes. */
  newText: string
  /** The HTML as it came, hostile: never show it without cleaning. */
  html: string | null
  attachments: Attachment[]
  /** What the structured invoices among the attachments say, with the hash of each. */
  invoices: (Invoice & { hash: string })[]
  invitations: Invitation[]
  /** From whom it came first, when it was forwarded; it says so itself, so it is not to be believed. */
  forwarded: Mailbox[]
  /** Message-IDs, without brackets, of messages that hang on it. */
  attachedIds: string[]
  marks: Mark[]
  headers: HeaderFacts
  /** The first fields of the header, decoded and cut, for rules that ask about one by its name. */
  headerFields: HeaderField[]
}
