import { type Forms, plural } from './plural.ts'
import type { queuePl } from './queue-pl.ts'

const waitingForms: Forms = { one: 'filing waits', few: 'filings wait', many: 'filings wait', other: 'filings wait' }

const stoppedForms: Forms = {
  one: 'filing failed',
  few: 'filings failed',
  many: 'filings failed',
  other: 'filings failed',
}

/** What the pane says of filings that wait for the server, in English. */
export const queueEn: typeof queuePl = {
  queue: {
    heading: number => `${plural('en', number, waitingForms)} for the server`,
    stoppedHeading: number => plural('en', number, stoppedForms),
    added: 'The server does not answer. The mail waits in the queue and will be filed when it is back.',
    notAdded: 'The server does not answer, and the queue could not be kept. Try again.',
    later: 'File when the server is back',
    bySelf: 'Where it belongs',
    queued: 'waits in the queue',
    waiting: 'waits',
    sending: 'sending…',
    stopped: 'not filed',
    old: 'Has been waiting for more than 30 days, since',
    untitled: '(no subject)',
    retry: 'Try again',
    retryFor: subject => `Try again: ${subject}`,
    discard: 'Remove',
    discardFor: subject => `Remove from the queue: ${subject}`,
    signedOut: 'Sign in, then it is sent by itself.',
    tooOld: 'The server is older than the add-on and does not know this. Tell your administrator.',
  },
}
