import { plural } from './plural.ts'
import type { TeachText } from './teach-pl.ts'

const mails = (number: number) => plural('en', number, { one: 'e-mail', other: 'e-mails' })
const mailboxes = (number: number) => plural('en', number, { one: 'mailbox', other: 'mailboxes' })

/** Every sentence about what people teach and what a new address brings, in English. */
export const teachEn = {
  teach: {
    question: 'Is this the right place?',
    right: 'Right',
    wrong: 'Wrong',
    always: 'Always',
    never: 'Never',
    rightFor: place => `The right place: ${place}. Nothing automatic changes it any more.`,
    wrongFor: place => `The wrong place: unfile from ${place}. This e-mail does not come back by itself.`,
    alwaysFor: (sender, contractor) => `Always file mail from ${sender} to: ${contractor}`,
    neverFor: (sender, contractor) => `Never file mail from ${sender} to: ${contractor}`,
    done: {
      right: place => `Confirmed: ${place}. Nothing automatic changes it any more.`,
      wrong: place => `Unfiled: ${place}. This e-mail does not come back by itself.`,
      always: (sender, contractor) =>
        `The address ${sender} now belongs to: ${contractor}. Its mail, earlier mail too, is filed here by itself.`,
      never: (sender, contractor) => `Unfiled. Mail from ${sender} is no longer filed by itself to: ${contractor}.`,
    },
    failed: 'This could not be remembered; nothing has changed.',
  },

  sweep: {
    heading: 'Earlier mail',
    counts: found =>
      [
        found.mailboxes > 0 ? `${mails(found.mails)} in ${mailboxes(found.mailboxes)}` : mails(found.mails),
        found.filed > 0 && `${found.filed} already in this file`,
        found.confidential > 0 && `${found.confidential} of them confidential`,
      ]
        .filter(Boolean)
        .join(', '),
    waiting: number => `Waiting to be filed: ${mails(number)}.`,
    own: 'Only mail that you see is counted. Your colleagues’ mail is filed by the same rules.',
    file: number => `File ${mails(number)}`,
    skip: 'Skip',
    asking: 'Looking at what came from these addresses…',
    busy: (looked, all) => `Filing: ${looked} of ${mails(Math.max(looked, all))}`,
    done: number => `Filed: ${mails(number)}.`,
    left: number => `The rest (${mails(number)}) waits for a decision under “To be filed”.`,
    skipped: 'Earlier mail stays where it was. New mail is filed by itself.',
    failed: 'Not all earlier mail could be filed. What was filed stays; the server finishes the rest.',
  },
} satisfies TeachText
