import type { RefusalCode } from './refusal.ts'

/** The same in English. */
export const refusalsEn = {
  invalid: 'The server did not accept these data. Correct them and try again.',
  'tax-id-wrong': 'This number is wrong: its check digit does not fit. Check and correct it.',
  'common-password':
    'This is one of the passwords that are used and guessed most. Choose another one, best of several words.',
  'not-signed-in': 'Your session has ended. Sign in again.',
  'wrong-password': 'The address or the password is wrong.',
  'password-needed': 'Confirm this with your password.',
  'code-needed': 'Type the six-digit code of your authenticator app.',
  'wrong-code': 'The code is wrong or was used already. Wait for the next one and type it.',
  'second-factor-needed': 'Your company asks for a second factor. Sign in in a browser and set it up there.',
  'identity-unknown':
    'This account is not connected with Lupa yet. An administrator sees your request and can connect it.',
  'account-refused': 'Lupa did not accept the Microsoft account. Sign in another way.',
  'ticket-spent': 'This download link has been used already or has expired. Start the download again.',
  'not-allowed': 'You may not do that. Ask the manager of the contractor or case.',
  'not-found': 'This is no longer here, or you have no access to it.',
  'method-not-allowed': 'The server does not know this action. The add-in may be newer than the server.',
  'enough-related': 'A contractor can have at most 20 related contractors.',
  'group-in-use':
    'This group still gives access: to contractors, cases, single items or a mailbox, or it stands in the settings of access. Put others in its place there first.',
  'contractor-in-use':
    'This contractor has been used already, be it in a rule, a relation or a choice made beside a mail. It stays. If it is the same as another one, merge their files.',
  'own-person': 'This is an address of your company.',
  'person-erased': 'The data of this person were erased on request. An administrator can let the person come back.',
  'account-on': 'This account is on. Shut it out first, then hand over what is left.',
  'case-closed': 'This case is closed. Choose another or reopen it.',
  'on-hold': 'This is on legal hold, so it must stay where it is. Ask an administrator to lift the hold first.',
  'no-mail-server': 'No server for outgoing mail is named. Name it on the page Outgoing mail.',
  'mail-not-taken': 'The server for outgoing mail did not take the mail. The page Outgoing mail says why.',
  'webhook-not-taken': 'The webhook’s target did not take the message. The page Webhooks says why.',
  'no-public-url':
    'The server does not know its own https address, which mail programs need. Tell your administrator to set LUPA_PUBLIC_URL.',
  'changed-meanwhile':
    'Somebody has changed this since you opened it, so nothing was saved. Look at what is here now and save again.',
  'already-there': 'This exists already. Find it instead of creating it again.',
  'address-taken': 'Another person of this contractor has this e-mail address already. Take it from that person first.',
  'too-large': 'This is too large for the server: an e-mail may have 150 MB at most, a file 100 MB, other data less.',
  'wrong-media-type': 'The server does not take files of this type.',
  'not-processable': 'The server cannot read this message.',
  'list-unreadable': 'The server cannot read this list. Save it again as CSV or XLSX.',
  'ambiguous-pattern': 'Such a pattern cannot be told from other numbers.',
  'told-by-mail': 'An e-mail brings its own title, type and date. Upload it without them.',
  'takes-too-long': 'Reading this file takes too long or too much memory, so the server has given up.',
  'too-many': 'Too many tries. Wait a minute and try again.',
  internal: 'Something failed on the server. Try again; if that does not help, tell your administrator.',
  unavailable: 'The server is not available right now. Try again in a moment.',
  'provider-silent':
    'The sign-in provider does not answer or is set up wrongly. Try again or sign in with your password.',
  'storage-full': 'The server has run out of space. Tell your administrator.',
} satisfies Record<RefusalCode, string>
