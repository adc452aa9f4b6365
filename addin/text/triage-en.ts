import { plural } from './plural.ts'
import type { TriageText } from './triage-pl.ts'

const mails = (number: number) => plural('en', number, { one: 'e-mail', other: 'e-mails' })

/** Every sentence of the work in triage, in English. */
export const triageEn = {
  triageWork: {
    lead: 'E-mails that Lupa could not decide about, from your mailboxes and those that you help with; grouped by sender.',
    grouping: 'Group by',
    bySender: 'sender',
    byDomain: 'domain',
    list: 'Senders',
    mailsOf: name => `E-mails: ${name}`,
    mailboxes: names => `${names.length === 1 ? 'mailbox' : 'mailboxes'} ${names.join(', ')}`,
    mails,
    noSender: 'unknown sender',
    noSubject: 'no subject',
    newest: 'Newest',
    fileHere: 'File',
    fileHereFor: (amount, place) => `File: ${place} (${mails(amount)})`,
    file: 'File…',
    fileFor: name => `File: ${name}`,
    create: 'New contractor…',
    createFor: name => `New contractor: ${name}`,
    leaveOut: 'Leave out',
    leaveOutFor: name => `Leave out: ${name}`,
    read: 'Read',
    readFor: subject => `Read: ${subject}`,
    mailNamed: subject => `What the mail says: ${subject}`,
    recover: 'Recover',
    recoverFor: name => `Recover: ${name}`,
    suggested: 'Suggestion',
    keys: 'Keys in the list: J and K – down and up, Enter – show e-mails, O – read the newest, F – file, N – new contractor, X – leave out, U – undo.',
    keysLeftOut:
      'Keys in the list: J and K – down and up, Enter – show e-mails, O – read the newest, R – recover, U – undo.',
    dialogTitle: amount => `File ${mails(amount)}`,
    contractor: 'Contractor',
    otherContractor: 'Choose another contractor',
    contractorMissing: 'Choose a contractor.',
    caseFile: 'Case',
    noCase: 'No case, directly in the file',
    caseNotMade: 'The case could not be created, so everything stayed where it was.',
    button: 'File',
    busy: amount => `Working, done so far: ${mails(amount)}.`,
    filed: amount => `Filed: ${mails(amount)}.`,
    leftOut: amount => `Left out: ${mails(amount)}.`,
    recovered: amount => `Recovered: ${mails(amount)}.`,
    notDone: amount => `Could not be done: ${mails(amount)}; still waiting.`,
    undone: 'Undone.',
  },
} satisfies TriageText
