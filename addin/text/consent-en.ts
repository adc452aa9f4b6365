import type { ConsentText } from './consent-pl.ts'
import { plural } from './plural.ts'

const mails = (number: number) => plural('en', number, { one: 'e-mail', other: 'e-mails' })
const minutes = (number: number) => plural('en', number, { one: 'minute', other: 'minutes' })

/** Every sentence about what the owner of a mailbox consents to, and what is still his alone, in English. */
export const consentEn = {
  consent: {
    title: 'Consent to filing',
    open: 'Change the consent',
    openFor: mailbox => `Change the consent: ${mailbox}`,
    lead: 'You decide what of your mailbox is filed by itself and when others see it. A change applies to mail that is still to come; what is filed stays as it is.',
    files: 'What is filed by itself',
    filesValues: {
      all: 'received and sent mail',
      received: 'received mail only',
      sent: 'sent mail only',
      nothing: 'nothing; everything waits for my decision',
    },
    release: 'When others see it',
    releaseValues: {
      'at-once': 'at once',
      'after-grace': 'after a time to change my mind',
      'by-hand': 'only when I show it',
    },
    grace: 'Time to change my mind, in minutes',
    graceHint:
      'During this time only you see a filed e-mail, and you may keep it to yourself. From 1 minute to 7 days.',
    graceWrong: 'Type a number of minutes from 1 to 10080.',
    audience: 'Who sees it',
    audienceValues: { file: 'those who see the contractor or the case', own: 'only me and chosen people' },
    marks: 'Mark filed mail in the mailbox',
    marksHint: 'You see the mark “Lupa” in the mail list of your mail program.',
    save: 'Save the consent',
    saved: 'The consent was saved.',
    summary: {
      files: {
        all: 'Filed by itself: received and sent mail.',
        received: 'Filed by itself: received mail only.',
        sent: 'Filed by itself: sent mail only.',
        nothing: 'Nothing is filed by itself.',
      },
      atOnce: 'Others see it at once.',
      afterGrace: number => `Others see it after ${minutes(number)}.`,
      byHand: 'Others see it only when its owner shows it.',
      own: 'Chosen people only.',
      by: name => `Consent saved by ${name}`,
    },
    markTroubles: {
      'no-marks': 'The server of this mailbox takes no marks, so filed mail is not marked.',
      'marks-denied': 'The server does not let us change marks in this mailbox, so filed mail is not marked.',
    },
    held: number => `Only you see so far: ${mails(number)}`,
  },
  held: {
    title: 'Yours alone so far',
    lead: 'This mail is filed, but others do not see it yet. Show it now, or keep it to yourself.',
    list: 'Mail that only you see',
    emptyTitle: 'Nothing is waiting',
    empty: 'Everything filed from your mailboxes is seen already by those who should see it.',
    until: 'Others see it:',
    byHand: 'Others see it when you show it.',
    release: 'Show now',
    releaseFor: title => `Show now: ${title}`,
    keep: 'Keep to myself',
    keepFor: title => `Keep to myself: ${title}`,
    released: 'Others see it now.',
    kept: 'This e-mail stays yours alone.',
    notDone: 'This e-mail could no longer be changed: others see it already, or it was unfiled.',
    noTitle: 'no title',
    onItem: 'Only you see this e-mail so far.',
  },
} satisfies ConsentText
