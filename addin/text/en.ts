import type { Text } from './pl.ts'
import { plural } from './plural.ts'
import { seersEn } from './seers-en.ts'

const count = plural.bind(null, 'en')

/** Every sentence of the pane and of what it shares with the pages, in English. */
export const en: Text = {
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
    invalid: 'The server did not accept these data. Correct them and try again.',
    'tax-id-wrong': 'This number is wrong: its check digit does not fit. Check and correct it.',
    'not-signed-in': 'Your session has ended. Sign in again.',
    'wrong-password': 'The address or the password is wrong.',
    'not-allowed': 'You may not do that. Ask the manager of the contractor or case.',
    'not-found': 'This is no longer here, or you have no access to it.',
    'method-not-allowed': 'The server does not know this action. The add-in may be newer than the server.',
    'case-closed': 'This case is closed. Choose another or reopen it.',
    'already-there': 'This exists already. Find it instead of creating it again.',
    'too-large': 'The message is too large for the server (150 MB at most).',
    'wrong-media-type': 'The server does not take files of this type.',
    'not-processable': 'The server cannot read this message.',
    'too-many': 'Too many tries. Wait a minute and try again.',
    internal: 'Something failed on the server. Try again; if that does not help, tell your administrator.',
    unavailable: 'The server is not available right now. Try again in a moment.',
    'storage-full': 'The server has run out of space. Tell your administrator.',
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
    button: 'Sign in',
    busy: 'Signing in…',
    out: 'Sign out',
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
    hint: 'Name, NIP, address or domain',
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
  },

  cases: {
    heading: 'Open cases',
    all: number => `Show all (${number})`,
    since: 'since',
  },

  timeline: {
    heading: 'Timeline',
    filter: 'Show',
    all: 'Everything',
    mail: 'Mail',
    documents: 'Documents',
    activities: 'Activities',
    attachment: 'Has an attachment',
    older: 'Show older',
    empty: 'This file is still empty',
    emptyHint: 'File this message and it appears here.',
    emptyFilter: 'There is nothing of this kind',
    recent: 'Recently in the company',
    recentEmpty: 'Nothing has been filed yet',
  },

  noMail: {
    heading: 'No message is open',
    hint: 'Open a message to see who it is from and what happened lately.',
  },

  trouble: {
    heading: 'The file could not be loaded',
    kept: 'Nothing is lost. You see the last known state, and Lupa tries again every few seconds.',
    host: 'The open message could not be read.',
  },

  drop: {
    label: 'Message',
    hint: 'Drop an .eml file or paste a Message-ID',
    choose: 'Choose an .eml file',
    messageId: 'Message-ID',
    show: 'Show',
    unreadable: 'This file cannot be read as a message. Choose an .eml file.',
  },
}
