import type { personDataPl } from './person-data-pl.ts'
import { plural } from './plural.ts'

const mails = { one: 'e-mail', other: 'e-mails' }
const documents = { one: 'document', other: 'documents' }
const records = { one: 'entry', other: 'entries' }

/** The sentences about one person’s data, in English. */
export const personDataEn: typeof personDataPl = {
  personData: {
    title: 'A person’s data',
    lead: 'Whoever asks what you know about them is answered from here: what there is and where, a copy, erasure. Contents are not shown without a written reason, and each look stays in the audit log.',
    query: 'E-mail, name or telephone',
    queryHint: 'At least three characters.',
    search: 'Find',
    foundTitle: 'Who it may be',
    nobody: 'There is nobody like that.',
    more: 'More people match; be more exact.',
    sources: { person: 'contact person', user: 'user of Lupa', mail: 'from the headers of e-mails' },
    choose: 'Show',
    chooseFor: (address: string) => `Show the data: ${address}`,
    reportTitle: (address: string) => `What there is of: ${address}`,
    names: 'Names',
    addresses: 'Addresses',
    period: 'Mails',
    hash: 'Hash in the log',
    ownHint:
      'This is an address of your company. An account is disabled and handed over on the page of users; the company’s correspondence is not erased for that.',
    countsTitle: 'How much of what',
    countsHint: 'Everything in Lupa, also what you have no access to.',
    counts: {
      people: 'contact persons',
      addresses: 'addresses in files',
      mails: 'e-mails to or from this person',
      written: 'written by this person',
      received: 'received by this person',
      forwarded: 'passed on in a mail of others',
      copies: 'copies of these e-mails in mailboxes',
      attachments: 'attachments of these e-mails',
      documents: 'documents that came with them',
      activities: 'calls, meetings and tasks',
      triage: 'waiting to be filed',
      rules: 'rules with the person’s address',
      blocked: 'entries on the block-lists',
      never: '“never” in contractor files',
      accounts: 'accounts in Lupa',
      audit: 'entries of the audit log',
    },
    exportTitle: 'A copy for this person',
    exportHint:
      'One archive: a page to read, the data for machines (JSON) and the person’s e-mails, also from files that you do not see. Whoever owns a mailbox with these e-mails is told, with the reason.',
    reason: 'Reason',
    exportReasonHint: 'For example: request for access of 2 March. At least 10 characters.',
    export: 'Make the copy',
    exporting: 'Making…',
    holdTitle: 'Hold',
    holdHint:
      'As long as it lasts nothing of this person goes: neither with time, nor on request, nor when files are merged.',
    holdReasonHint: 'For example: lawsuit of 4 May. At least 10 characters.',
    placeHold: 'Place a hold',
    holdPlaced: 'The hold is placed.',
    liftHold: 'Lift',
    liftHoldFor: (address: string) => `Lift the hold: ${address}`,
    holdLifted: 'The hold is lifted.',
    by: (name: string) => `by ${name}`,
    eraseTitle: 'Erasure',
    eraseHint:
      'First see what will go and what will stay. Afterwards only a hash of the address is left, which keeps this person from coming back out of old mailboxes and lists.',
    duties: 'Documents that the company must keep',
    dutiesHint:
      'The e-mails that brought them stay too: for as long as the page “Retention” says, and for ever where it names no period.',
    others: 'Also erase e-mails in which other people from outside take part',
    preview: 'Show what will go',
    goes: 'This goes',
    goesMails: (mailCount: number, documentCount: number) =>
      `${plural('en', mailCount, mails)}, and with them ${plural('en', documentCount, documents)}, from all mailboxes and files`,
    goesRecords: (personCount: number, addressCount: number) =>
      `contact persons: ${personCount}, addresses in files: ${addressCount}`,
    redacted: (count: number) => `the person’s name and telephone in calls, meetings and tasks: ${count}`,
    goesTexts: 'the person’s address in notes, titles, rules, block-lists and in the audit log',
    stays: 'This stays',
    staysHold: (count: number) => `${plural('en', count, mails)} on hold for a dispute or an inspection`,
    staysDuty: (count: number) => `${plural('en', count, mails)} with documents that the company must keep`,
    staysOthers: (count: number) => `${plural('en', count, mails)} with other people from outside`,
    staysMentions:
      'e-mails and files of others that only mention the person; afterwards you get a list of them to look at',
    holdsTitle: 'What is on hold',
    heldHint: 'This person is on hold. Lift the hold first.',
    erase: 'Erase this person’s data…',
    eraseDialog: 'Erase a person’s data',
    eraseNow: 'Erase for ever',
    final: 'What is erased can be brought back from a backup only.',
    eraseReasonHint:
      'For example: request of 2 March, art. 17. At least 10 characters, without the address of this person, for the reason stays.',
    confirmation: 'Type the address once more',
    confirmationHint: (address: string) => `Exactly: ${address}`,
    asked: 'The erasing goes on in the background. From now on no old mailbox or list lets this person in.',
    erasuresTitle: 'People who were erased',
    erasuresHint: 'Without names and addresses: a hash, when, who and why.',
    noErasures: 'Nobody was erased.',
    states: { waiting: 'Waiting', running: 'Under way', done: 'Erased', stopped: 'Stopped: put on hold' },
    done: (mailCount: number, textCount: number) =>
      `${plural('en', mailCount, mails)} erased` +
      (textCount > 0 ? `, blotted out in ${plural('en', textCount, { one: 'text', other: 'texts' })}` : ''),
    isLifted: 'may come back',
    liftTombstone: 'Let come back',
    liftTombstoneFor: (hash: string) => `Let come back: ${hash}`,
    tombstoneLifted: 'This person may come back. What is erased does not come back by itself.',
    kept: {
      hold: (count: number) => `on hold: ${count}`,
      duty: (count: number) => `by law: ${count}`,
      others: (count: number) => `with other people: ${count}`,
      mention: (count: number) => `mention the person: ${count}`,
      failed: (count: number) => `failed: ${count}`,
    },
    keptList: 'What stayed',
    noTitle: '(no title)',
    unseen: {
      message: 'a mail that you see in no file',
      document: 'a document that you do not see',
      activity: 'an activity that you do not see',
      person: 'a contact person in a file on hold',
      contractor: 'a file on hold',
      case: 'a case on hold',
    },
    showMore: 'Show more',
    nothing: 'Nothing. This address is in no record and in no mail.',
    filesTitle: 'In whose files',
    hiddenFile: 'a file that you do not see',
    noFiles: 'In none.',
    inFile: (mailCount: number, documentCount: number, personCount: number) =>
      [
        mailCount > 0 && plural('en', mailCount, mails),
        documentCount > 0 && plural('en', documentCount, documents),
        personCount > 0 && `${plural('en', personCount, records)} among people and addresses`,
      ]
        .filter(Boolean)
        .join(', '),
  },
}
