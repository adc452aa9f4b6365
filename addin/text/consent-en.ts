import type { ConsentText } from './consent-pl.ts'
import { plural } from './plural.ts'

const mails = (number: number) => plural('en', number, { one: 'e-mail', other: 'e-mails' })
const minutes = (number: number) => plural('en', number, { one: 'minute', other: 'minutes' })

/** Every sentence about what the owner of a mailbox consents to, in English. */
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
    folders: 'Folders',
    foldersHint: 'One on each line, at most 8. Empty: the inbox and the sent mail.',
    foldersWrong: 'Type at most 8 folders, with names of up to 500 characters.',
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
    helpers: {
      title: 'Who helps with filing',
      open: 'Who helps',
      openFor: mailbox => `Who helps with filing: ${mailbox}`,
      lead: 'The people and groups that you choose find the e-mails of this mailbox that wait for a decision on their page “To be filed”. They may read, file and leave them out; one person’s decision is enough. They see nothing else of your mail.',
      save: 'Save',
      saved: 'Who helps was saved.',
      some: names => `Helping with filing: ${names}.`,
      others: 'other people',
      onlyMe: 'Only you see the e-mails that wait for a decision.',
      onlyOwner: 'Only the owner sees the e-mails that wait for a decision.',
    },
  },
} satisfies ConsentText
