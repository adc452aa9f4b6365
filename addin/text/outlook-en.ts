import type { OutlookText } from './outlook-pl.ts'

/** What is said about signing in from within Outlook and about drafts there, in English. */
export const outlookEn: OutlookText = {
  account: name => `Sign in with ${name}`,
  window: 'Sign in in a separate window',
  windowHint: 'Your company account and a second factor work there too.',
  or: 'Or by password',
  waiting: 'Waiting for the sign-in window…',
  noAccount: 'Outlook gave no account. Sign in another way.',
  noWindow: 'The sign-in window did not open. Allow pop-ups for Outlook, or type your password.',
  closed: 'The sign-in window was closed before you were signed in.',
  documents: 'Attach a document',
  attach: name => `Attach: ${name}`,
  attached: 'attached',
  notAttached: 'The mail program did not take this file. It may be too large.',
}
