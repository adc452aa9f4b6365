import { activityEn } from './activity-en.ts'
import type { AppText } from './app-pl.ts'
import { attachmentsEn } from './attachments-en.ts'
import { caseActsEn } from './case-acts-en.ts'
import { documentTextEn } from './document-text-en.ts'
import { documentsEn } from './documents-en.ts'
import { fileEn } from './file-en.ts'
import { findingEn } from './finding-en.ts'
import { heldEn } from './held-en.ts'
import { keepersEn } from './keepers-en.ts'
import { listsEn } from './lists-en.ts'
import { pagesEn } from './pages-en.ts'
import { relatedEn } from './related-en.ts'
import { sharingEn } from './sharing-en.ts'
import { triageEn } from './triage-en.ts'

/** Every sentence of the web application's pages, in English. */
export const appEn = {
  skipToContent: 'Skip to content',
  navigation: {
    label: 'Main navigation',
    menu: 'Menu',
    dashboard: 'Dashboard',
    contractors: 'Contractors',
    tasks: 'Tasks',
    triage: 'To be filed',
    pane: 'Mail pane',
    mail: 'Mail',
    rules: 'Rules',
    admin: 'Administration',
    users: 'Users',
    groups: 'Groups',
    mailboxes: 'Mailboxes',
    blockList: 'Left-out senders',
    journal: 'Copy addresses',
    templates: 'Mail templates',
    filingSettings: 'Filing settings',
    microsoft: 'Microsoft 365',
    start: 'First steps',
    rollOut: 'Roll-out',
    outgoing: 'Outgoing mail',
    webhooks: 'Webhooks',
    jobs: 'Background jobs',
    contractorImport: 'Import contractors',
    duplicates: 'Duplicate contractors',
    system: 'System',
    retention: 'Retention',
    personData: 'A person’s data',
    documentTypes: 'Document types',
    ways: 'Sign-in',
    notifications: 'Notifications',
    access: 'Access',
    audit: 'Audit log',
    account: 'Your account and settings',
    yourAccount: 'Your account',
    signOut: 'Sign out',
    searchLabel: 'Search everything',
  },
  settings: {
    language: 'Language',
    theme: 'Appearance',
    themes: { system: 'as the system', light: 'light', dark: 'dark' },
  },
  more: 'More',
  showMore: 'Show more',
  save: 'Save',
  fileField: { choose: 'Choose a file', another: 'Choose another file', none: 'no file chosen' },
  loadFailed: 'This could not be loaded',
  unknownPage: {
    title: 'There is no such page',
    lead: 'The address is incomplete, old, or leads to something that is not here.',
    back: 'Back to the dashboard',
  },
  notFound: {
    title: 'There is nothing here that you can see',
    lead: 'Nothing exists at this address, or you have no access to it.',
  },
  dashboard: {
    title: 'Dashboard',
    lead: 'What is new, across all contractors.',
    list: 'Latest items',
    emptyTitle: 'Nothing here yet',
    empty: 'Every new e-mail, document and activity of the files you see will appear here.',
    emptyAction: 'Go to contractors',
  },
  triage: {
    title: 'To be filed',
    open: 'Waiting',
    leftOut: 'Left out',
    view: 'Which e-mails',
    emptyTitle: 'Nothing is waiting',
    empty: 'Every e-mail has found its place.',
    emptyLeftOut: 'No e-mail was left out.',
    reasons: {
      'unknown-sender': 'unknown sender',
      'doubtful-sender': 'doubtful sender',
      'address-in-name': 'warning: the sender’s name shows another address than the true one',
      'look-alike': 'warning: the sender’s domain imitates a known one',
      'failed-check': 'warning: the sender failed the check at our mail border',
      'several-contractors': 'fits several contractors',
      'not-consented': 'its mailbox is not filed by itself',
      'place-gone': 'its place is closed or gone; it was for some people only',
      'to-confirm': 'place to be confirmed',
      'blocked-by-me': 'on my block-list',
      'blocked-by-company': 'on the company’s block-list',
      internal: 'internal mail',
      'auto-reply': 'automatic reply',
      bounce: 'undelivered mail',
      'by-hand': 'left out by hand',
      blocked: 'on a block-list',
      'taken-out': 'taken out of its file',
      newsletter: 'newsletter',
      'journal-report': 'mail journal report that cannot be read',
      rule: 'left out by a rule',
      other: 'the message could not be read',
    },
  },
  pane: {
    title: 'Mail pane',
    lead: 'What you see beside an e-mail in your mail program. Drop an .eml file here or type a Message-ID.',
    open: 'E-mail shown',
    clear: 'Close e-mail',
    area: 'Pane',
  },
  ...activityEn,
  ...attachmentsEn,
  ...documentTextEn,
  ...documentsEn,
  ...fileEn,
  ...heldEn,
  ...caseActsEn,
  ...keepersEn,
  ...relatedEn,
  ...sharingEn,
  ...triageEn,
  ...listsEn,
  ...findingEn,
  ...pagesEn,
} satisfies AppText
