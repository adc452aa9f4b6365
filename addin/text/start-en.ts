import { plural } from './plural.ts'
import type { startPl } from './start-pl.ts'

const mails = (number: number) => plural('en', number, { one: 'e-mail', other: 'e-mails' })
const senders = (number: number) => plural('en', number, { one: 'sender is unknown', other: 'senders are unknown' })
const plain = new Intl.NumberFormat('en-GB')
const day = (text: string) =>
  new Intl.DateTimeFormat('en-GB', { dateStyle: 'long' }).format(new Date(`${text}T12:00:00`))

/** The guided set-up, in English. */
export const startEn: typeof startPl = {
  start: {
    title: 'First steps',
    lead: 'From an empty company to the first mail that filed itself. Every step may wait until later.',
    progress: (done, all) => `Steps done: ${done} of ${all}`,
    steps: {
      company: 'The company and its domains',
      mailbox: 'The first mailbox',
      mail: 'Outgoing mail',
      colleagues: 'Colleagues',
      programs: 'Add-ins for Outlook and Thunderbird',
    },
    done: 'done',
    skipped: 'put off',
    skip: 'Put off',
    open: 'Open',
    again: 'Change',
    next: 'Save and go on',
    finish: 'Done, go on',
    whole:
      'Everything is ready. Import contractors, or create them from what waits under “To be filed”, and their mail files itself.',
    toImport: 'Import contractors',
    toDashboard: 'Go to the dashboard',
    company: 'Name of the company',
    missing: 'Enter this value.',
    domains: 'Own domains',
    domainsHint:
      'One a line, such as yourcompany.com (“www.” is left off). By them Lupa knows who is from the company; mail among you is not filed.',
    domainWrong: domain => `${domain} cannot be an own domain: it is none, or public mail.`,
    mailboxLead:
      'Your mailbox. First the connection is tried, and we count what would become of its mail. Nothing is stored yet.',
    onMicrosoft: 'Is your mail in Microsoft 365? It is connected there without passwords, for the whole company.',
    toMicrosoft: 'Open the page Microsoft 365',
    seenBy:
      'Once it is added, Lupa reads received and sent mail. What it files is seen at once by those who see that contractor; the rest by you alone. You can change this on the page Mailboxes.',
    alreadyRead: user =>
      `The mailbox ${user} is being read. Here you try it again or add another one; what becomes of its mail is changed on the page Mailboxes.`,
    try: 'Try and count',
    looking: 'We look into the mailbox. This may take a minute.',
    works: 'The connection works.',
    preview: (total, since, files) =>
      `${mails(total)} since ${day(since)}, ${plain.format(files)} would file ${files === 1 ? 'itself' : 'themselves'}.`,
    previewPart: number => `Counted on the newest: ${mails(number)}.`,
    previewRest: (waits, leftOut) =>
      `${plain.format(waits)} would wait for a decision, ${plain.format(leftOut)} would be left out.`,
    strangers: senders,
    strangersHint:
      'Mail from unknown people waits under “To be filed”: you create a contractor from it, and Lupa files what they send later by itself.',
    importHint:
      'Do you have a list of contractors as a CSV or XLSX file? Import it now, and then count your mail again.',
    add: 'Add the mailbox',
    added: user => `The mailbox ${user} is being read.`,
    triage: 'Open “To be filed”',
    mailLead: 'Without this server you hand invitations over as links, and there are no alarms and digests.',
    colleaguesLead: 'One person a line: the name, then the address, such as Ann Smith ann@yourcompany.com',
    colleagues: 'People',
    invite: 'Invite',
    notInvited: 'These people are not invited yet. Choose “Invite”, or take them out of the field.',
    lineWrong: line => `This line is not understood: ${line}`,
    invited: email => `${email}: invitation sent`,
    taken: email => `${email}: has an account`,
    link: email => `${email}: hand over this link (works once, three days)`,
    copy: 'Copy the link',
    programsLead: 'The page Roll-out has files with this server’s address and the commands for Microsoft 365.',
    toRollOut: 'Open the page Roll-out',
  },
}
