import type { RefusalCode } from '../../shared/refusal.ts'
import type { Kept } from './kept-with-draft.ts'

/** The facts of the mail on screen that the server needs to say who it is and where it lies. */
export interface OpenMessage {
  /** Message-ID without angle brackets (RFC 5322 §3.6.4), or null when the mail has none. */
  messageId: string | null
  subject: string
  /** ISO 8601 time of the Date header, or null when it cannot be read. */
  sentAt: string | null
  from: MailAddress[]
  sender: MailAddress[]
  replyTo: MailAddress[]
  to: MailAddress[]
  cc: MailAddress[]
  /** Message-ID of the answered mail without brackets, or null. */
  inReplyTo: string | null
  /** Message-IDs of the thread without brackets, oldest first. */
  references: string[]
  /** How many files hang on it; missing where the mail program does not say. */
  files?: number
  /** The draft whose question this is, while a mail is still being written. */
  draft?: string
}

/** One participant as the mail shows it. The address is lower case; the name may be empty. */
export interface MailAddress {
  name: string
  address: string
}

/** What may be kept on this device between two starts of the mail program. */
export interface HostStorage {
  read(key: string): Promise<string | null>
  write(key: string, value: string): Promise<void>
  remove(key: string): Promise<void>
}

/**
 * What the pane needs from a mail program. One adapter per program implements it;
 * nothing outside this folder names `Office` or `messenger`.
 */
export interface MailHost {
  /** Where the pane runs, for wording only ("w Thunderbirdzie"); never to decide what is possible. */
  readonly name: 'browser' | 'thunderbird' | 'outlook'
  /** The language of the mail program's own interface, as a BCP 47 tag such as `pl` or `en-GB`. */
  language(): string
  /** Set where the host adds the token to each request itself, so that the pane neither signs in nor keeps a token. */
  readonly signsIn?: true
  /** The message on screen, or null when none or several are selected. */
  openMessage(): Promise<OpenMessage | null>
  /** Calls `listener` each time another message is shown. Returns how to stop. */
  onOpenMessageChange(listener: () => void): () => void
  /** Calls `listener` when the mail program says that something new may be there (new mail). Returns how to stop. */
  onMaybeNews(listener: () => void): () => void
  /** The whole message on screen as it travelled, in RFC 5322 form. */
  source(): Promise<Blob>
  /** The words of the message on screen without markup, where the mail program gives them apart from the source. */
  words?(): Promise<string>
  /** Asks the Lupa server. Same promise as the platform's `fetch`; `path` begins with `/api/`. */
  fetch(path: string, init: HostRequest): Promise<HostReply>
  /**
   * Asks the server for an answer that does not end, and hears it piece by piece; over with its status. Missing where the
   * host cannot hold a connection.
   */
  stream?(path: string, init: HostRequest, hearing: Hearing): Promise<number>
  /**
   * Has `asked` kept by somebody who outlives the page and asks it when the page is gone without a word: what a closing window
   * says is lost. Returns how to take it back.
   */
  keepForLater?(asked: AskedLater): () => void
  /** What was begun beside mails, where each mail has a document of its own that takes it away. Until the session ends. */
  readonly begun?: BegunHost
  /**
   * Has the filing of the message on screen done by somebody who outlives the page, when the page goes in its midst: where
   * it goes as soon as another message is selected. Returns how to say that it is over.
   */
  keepFiling?(filing: WaitingFiling): () => void
  /** Opens a page of the web application; `path` begins with `/`. */
  openPage(path: string): Promise<void>
  readonly storage: HostStorage
  /** What is on screen instead of a message, where the mail program can show anything else. */
  whatElse?(): Promise<OnScreenElse | null>
  /**
   * Marks the message on screen in the mail list as filed or takes the mark away, where there are marks. `changed` when it
   * was otherwise a moment ago, on this very screen.
   */
  mark?(filed: boolean, seen: { changed: boolean }): Promise<void>
  /** Marks one of several selected mails as filed, where there are marks. */
  markSelected?(id: string): Promise<void>
  /** The same as soon as the server says that it is filed, which may take a while. */
  markSelectedOnceFiled?(id: string): Promise<void>
  /** Files the rest of the selected mails when the pane goes away in their midst, where something of ours is left then. */
  fileRest?(ids: string[], place: RestPlace | null): Promise<void>
  /** What can be done with the draft on screen, where the pane also stands beside drafts. */
  readonly draft?: DraftHost
  /** Filings that wait until the server is there again, where the mail program can keep them. */
  readonly queue?: FilingQueue
  /** One of several selected mails, opened beside the one on screen. Null when it is another kind of thing. */
  readSelected?(id: string): Promise<SelectedSource | null>
  /**
   * Where the server could fetch the message on screen, or one of several selected mails, from the mailbox itself. Null when
   * nobody could say which it is.
   */
  whereabouts?(id?: string): Promise<Whereabouts | null>
  /** Ways into Lupa that the mail program offers beside the password, where it has any. */
  waysIn?(): Promise<WaysIn>
}

/** Keeps what was begun and not saved yet, by what it is about. */
export interface BegunHost {
  read(): Promise<[about: string, begun: string][]>
  /** Keeps it; null lets it go. */
  keep(about: string, begun: string | null): void
}

/** A message as the mailbox's own server knows it. */
export interface Whereabouts {
  mailbox: string
  itemId?: string
  messageId?: string
}

/** Ways in; each is missing where the mail program does not have it. */
export interface WaysIn {
  /**
   * A token for our server in the name of the mail program's own account. Rejects when there is none to be had without a
   * question, unless the mail program `mayAsk` the user.
   */
  account?(asked: AccountAsked, how: { mayAsk: boolean }): Promise<string>
  /** Shows the sign-in page in a window of its own; the code that comes of it serves whoever has the challenge's verifier. */
  window?(challenge: string): Promise<string>
}

/** What a token has to be asked for with. */
export interface AccountAsked {
  clientId: string
  authority: string
  scope: string
}

/** What the user decided about a mail, kept until the server has heard of it. */
export interface WaitingFiling {
  /** Without angle brackets; null when the mail has none. */
  messageId: string | null
  subject: string
  /** Where it goes, as the user reads it; empty when the server decides. */
  placeName: string
  /** Null when the server decides. */
  contractorId: string | null
  caseId: string | null
  /** Title of a case still to be opened. */
  newCase: string | null
  /** Under which number that is: the same for all mails that go into it, so that it is opened once. */
  caseNumber?: string
  comment: string
  title: string
  /** `HASH.TYPE` or `HASH.none` of attachments of which something else becomes than by itself. */
  attachments?: string[]
  /** Who alone shall see it, the user among them; missing where the place decides. */
  viewers?: string[]
}

/** A filing of the queue, and how it stands. */
export interface QueuedFiling extends WaitingFiling {
  id: string
  /** ISO 8601. */
  addedAt: string
  /** `waiting` is tried again by itself; `stopped` waits for the user. */
  state: 'waiting' | 'sending' | 'stopped'
  attempts: number
  /** Why it is not filed yet. */
  failure: RefusalCode | 'offline' | 'no-source' | null
}

export interface FilingQueue {
  /** Keeps a filing with the mail's source. The same mail for the same place is kept once. */
  add(filing: WaitingFiling, source: Blob): Promise<void>
  list(): Promise<QueuedFiling[]>
  retry(id: string): Promise<void>
  discard(id: string): Promise<void>
  /** Calls `listener` when something of the queue changed. Returns how to stop. */
  onChange(listener: () => void): () => void
}

/** A draft, several selected mails, or an appointment. */
export type OnScreenElse =
  | { is: 'draft'; draft: Draft }
  | { is: 'several'; mails: SelectedMail[] }
  | { is: 'appointment' }

/** A mail that is being written. */
export interface Draft {
  /** Tells it from other drafts while the program runs: what was typed for one is nothing for the next. */
  id: string
  to: MailAddress[]
  cc: MailAddress[]
  bcc: MailAddress[]
  subject: string
  /** The case that it was meant for, if one was chosen. */
  meant: MeantCase | null
  /** What is attached, where somebody has to look whether the guard should know of it. */
  attached?: { id: string; name: string }[]
}

/**
 * The case that a draft is meant for and who belongs to it, as it is kept with the draft: the guard at sending compares with
 * this, and has nothing else where it cannot ask the server.
 */
export interface MeantCase {
  caseId: string
  reference: string
  contractorId: string
  contractorName: string
  /** Addresses `a@b.pl` and domains `@b.pl` of the contractor and of our own company. */
  parties: string[]
  /** Recipients who belong to other contractors, by address `a@b.pl` or domain `@b.pl`: the contractor's name. */
  others?: Record<string, string>
}

export interface DraftHost {
  /** Keeps the case with the draft; null lets it go. */
  mean(meant: MeantCase | null): Promise<void>
  setSubject(subject: string): Promise<void>
  /** Puts words into the body where the caret stands: as HTML, or as text where the draft has no other. */
  insert(words: { html: string; text: string }): Promise<void>
  /** Keeps with the draft what the guard has to know, where it cannot ask the server. */
  keep?(what: Kept, value: string): Promise<void>
  /** SHA-256 of what is attached, hexadecimal; null of what has no bytes here. */
  hashOf?(attachmentId: string): Promise<string | null>
  /** Attaches the file that the server answers to a request, where the mail program can. */
  attach?(name: string, path: string, request: HostRequest): Promise<AttachReply>
}

/** What the server answered, and whether the mail program took the file; the body only of a refusal. */
export interface AttachReply {
  status: number
  body: string
  isAttached: boolean
}

/** Where the rest of selected mails goes. */
export interface RestPlace {
  contractorId: string
  caseId: string | null
  /** A case still to be opened, and under which number. */
  newCase?: { title: string; number: string }
  /** As the user reads it. */
  name: string
}

/** One of several mails selected in the list. */
export interface SelectedMail {
  id: string
  subject: string
}

/** A selected mail as it travelled. */
export interface SelectedSource {
  message: OpenMessage
  source: Blob
}

/** How an answer without end is heard, and when no more. */
export interface Hearing {
  signal: AbortSignal
  hear(text: string): void
}

/** A request that may be made when its page is gone. */
export interface AskedLater {
  path: string
  init: HostRequest
}

/** A request as plain data, so that it can cross from a mail document to a background script. */
export interface HostRequest {
  method: string
  headers: Record<string, string>
  body?: string | Blob
}

/** A reply as plain data. `status` 0 never occurs: no answer at all rejects the promise. */
export interface HostReply {
  status: number
  headers: Record<string, string>
  body: string
}
