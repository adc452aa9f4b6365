import { refusalsEn } from '../../shared/refusal-en.ts'
import { filtersEn } from './filters-en.ts'
import { notInOutlookEn } from './not-in-outlook-en.ts'
import { paneEn } from './pane-en.ts'
import type { Text } from './pl.ts'
import { plural } from './plural.ts'
import { queueEn } from './queue-en.ts'
import { seersEn } from './seers-en.ts'
import { severalEn } from './several-en.ts'
import { teachEn } from './teach-en.ts'

const count = plural.bind(null, 'en')

/** Every sentence of the pane and of what it shares with the pages, in English. */
export const en: Text = {
  notSaved: 'What you typed is not saved. Close once more to discard it.',
  close: 'Close',
  cancel: 'Cancel',
  undo: 'Undo',
  tryAgain: 'Try again',
  loading: 'Loading…',
  optional: 'optional',

  kind: {
    'mail-in': 'Mail received',
    'mail-out': 'Mail sent',
    invoice: 'Invoice',
    order: 'Order',
    offer: 'Offer',
    contract: 'Contract',
    protocol: 'Protocol',
    document: 'Document',
    call: 'Call',
    meeting: 'Meeting',
    task: 'Task',
    note: 'Note',
  },

  failure: {
    ...refusalsEn,
    offline: 'No connection to the server. Check the network and try again.',
    'no-source': 'The content of this message could not be read from the mail program. Open it again.',
  },

  method: {
    hand: () => 'by hand',
    'earlier-decision': () => 'earlier decision in this thread',
    rule: evidence => (evidence ? `rule “${evidence}”` : 'rule'),
    'case-number': evidence => (evidence ? `case reference ${evidence} in the subject or text` : 'case reference'),
    'tax-id': evidence => (evidence ? `NIP ${evidence}` : 'NIP'),
    thread: evidence => (evidence ? `thread of case ${evidence}` : 'same thread'),
    address: evidence => (evidence ? `address ${evidence}` : 'address'),
    domain: evidence => (evidence ? `domain ${evidence}` : 'domain'),
    'only-open-case': () => 'the only open case',
    history: evidence => (evidence ? `earlier mail with this person (${evidence})` : 'earlier mail with this person'),
    'with-mail': () => 'together with the message',
    'address-tag': evidence => (evidence ? `address with case reference ${evidence}` : 'address with case reference'),
    'reply-to': evidence => (evidence ? `answers go to ${evidence}` : 'answers go to this person'),
    forwarded: evidence => (evidence ? `forwarded mail of ${evidence}` : 'forwarded mail'),
  },

  count: {
    cases: number => count(number, { one: 'case', other: 'cases' }),
    unknown: number => count(number, { one: 'unknown person', other: 'unknown people' }),
    newItems: number => count(number, { one: 'new item', other: 'new items' }),
  },

  session: {
    heading: 'Sign in',
    lead: 'Lupa shows the sender’s file beside your mail.',
    email: 'E-mail address',
    password: 'Password',
    code: 'Code of your app',
    codeHint: 'Six digits of your authenticator app or a recovery code.',
    button: 'Sign in',
    busy: 'Signing in…',
    out: 'Sign out',
    forgotten: 'Forgot your password?',
    elsewhere: 'You are not signed in. Sign in in the settings of the Lupa add-on.',
    signedInAs: name => `Signed in as ${name}`,
  },

  who: {
    choose: 'Contractor',
    openFile: name => `Open the file: ${name}`,
    nip: 'NIP',
    thread: 'thread',
    other: 'Choose another contractor',
    nobody: 'Nobody in this message is known',
    nobodyHint: 'Create a contractor from the sender, or choose the file that this message belongs to.',
    pick: 'Choose a contractor',
    internal: 'Internal message',
    internalHint: 'Only people of your company take part. You can choose the contractor it is about.',
  },

  unknown: {
    heading: 'Unknown people',
    create: 'Create contractor',
    createFor: address => `Create contractor: ${address}`,
    add: 'Add to contractor',
    addFor: address => `Add to contractor: ${address}`,
    added: (address, name) => `Added ${address} to the file of ${name}`,
    ignore: 'Ignore and do not ask again',
    showIgnored: 'Show ignored addresses',
    ignoreFor: address => `Ignore and do not ask again: ${address}`,
    ignored: address => `This address will not be pointed out here again: ${address}`,
  },

  contractor: {
    heading: 'New contractor',
    name: 'Name',
    nip: 'NIP (tax id)',
    person: 'Contact person',
    domain: domain => `Recognise everyone from ${domain}`,
    create: 'Create contractor',
    busy: 'Creating…',
    created: name => `Created contractor ${name}`,
  },

  search: {
    label: 'Search contractors',
    hint: 'Name, NIP, person, phone, case',
    nothing: words => `There is no contractor “${words}”`,
  },

  filing: {
    heading: 'File this message',
    also: 'File in another place too',
    place: 'Case',
    suggested: 'Suggestions',
    openCases: 'Open cases',
    noCase: 'No case, contractor file only',
    newCase: 'New case…',
    newTitle: 'Title of the new case',
    reason: reason => `Suggested: ${reason}`,
    narrow: 'Narrow the circle',
    attachments: 'Attachments',
    addComment: 'Comment',
    comment: 'Comment',
    viewers: names => `Visible to: ${names}`,
    button: 'File',
    busy: 'Filing…',
    done: place => `Filed: ${place}`,
    pending: 'The server has the message and is still reading it. The filing will show here in a moment.',
    refused: 'The server kept the message but did not file it. It waits in triage.',
    failed: 'The message was not filed. Your choice was kept.',
  },

  seers: seersEn,

  filed: {
    heading: 'Filed',
    file: 'contractor file, no case',
    automatically: 'automatically',
    move: 'Move',
    moveFrom: place => `Move: ${place}`,
    moveTo: 'Move to contractor',
    change: 'Change',
    moving: 'Moving…',
    moved: place => `Moved: ${place}`,
    moveFailed: 'The message stayed where it was.',
    unfile: 'Unfile',
    unfileFrom: place => `Unfile: ${place}`,
    unfiled: place => `Unfiled: ${place}`,
    unfileFailed: 'It could not be unfiled; the message is still filed.',
    attachments: (kept, all) => `Attachments (${kept} of ${all} as documents)`,
  },

  cases: {
    heading: 'Open cases',
    all: number => `Show all (${number})`,
    since: 'since',
    acts: reference => `Case ${reference}: change or close`,
    shelf: 'New case and closed cases',
  },

  timeline: {
    heading: 'Timeline',
    filter: 'Show',
    all: 'Everything',
    mail: 'Mail',
    documents: 'Documents',
    activities: 'Activities',
    attachment: 'Has an attachment',
    madeFrom: 'from the e-mail:',
    older: 'Show older',
    empty: 'This file is still empty',
    emptyHint: 'File this message and it appears here.',
    emptyFilter: 'There is nothing of this kind',
    search: 'Search this file',
    searchEnd: 'End the search',
    emptySearch: 'There is nothing like this',
    recent: 'Recently in the company',
    recentEmpty: 'Nothing has been filed yet',
  },

  noMail: {
    heading: 'No message is open',
    hint: 'Open a message to see who it is from and what happened lately.',
  },

  draft: {
    heading: 'Case of this message',
    nobody: 'No recipient is known yet',
    nobodyHint: 'Enter recipients and their file appears here, or choose the file yourself.',
    reference: 'Add the case reference to the subject',
    referenceHint: 'By it the sent message is filed in the case, as soon as Lupa reads your sent mail.',
    button: 'Choose the case',
    busy: 'Choosing…',
    chosen: (reference, name) => `Meant for case ${reference} of ${name}`,
    guard: 'Before sending, Lupa warns of recipients who do not belong to the case.',
    noGuard: 'Too many addresses belong to this contractor, so Lupa does not check the recipients.',
    clear: 'Clear the case',
    noCases: 'This contractor has no open case.',
    failed: 'The mail program did not keep the case with this message. Save the draft and try again.',
  },

  appointment: {
    heading: 'An appointment is open',
    hint: 'The file of a contractor stands beside messages. Open one to see it.',
  },

  trouble: {
    heading: 'The file could not be loaded',
    kept: 'Nothing is lost. You see the last known state, and Lupa tries again every few seconds.',
    host: 'The open message could not be read.',
  },

  drop: {
    label: 'Message',
    hint: 'Drop an .eml or .msg file or paste a Message-ID',
    choose: 'Choose an .eml or .msg file',
    messageId: 'Message-ID',
    show: 'Show',
    unreadable: 'This file cannot be read as a message. Choose an .eml or .msg file.',
    tooLarge: 'An .msg file over 20 MB cannot be shown here. Add it on the contractor’s page.',
  },

  ...filtersEn,
  ...paneEn,
  ...severalEn,
  ...notInOutlookEn,
  ...queueEn,
  ...teachEn,
}
