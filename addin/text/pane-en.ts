import type { panePl } from './pane-pl.ts'
import { type Forms, plural } from './plural.ts'

const mailForms: Forms = { one: 'e-mail waits', few: 'e-mails wait', many: 'e-mails wait', other: 'e-mails wait' }

/** What the pane says of quick additions, of files at hand and of signatures, in English. */
export const paneEn: typeof panePl = {
  quick: {
    heading: 'Add from this mail',
    title: 'Title',
    when: 'When',
    due: 'Due',
    me: 'Me',
    direction: 'Direction',
    in: 'They called us',
    out: 'We called them',
    note: 'Note',
    origin: (who, subject) => `From the mail “${subject}”, ${who}`,
    button: 'Save',
    busy: 'Saving…',
    done: title => `Saved: ${title}`,
    failed: 'Not saved. What you typed is still here.',
  },

  ownTitle: {
    add: 'Add a title',
    title: 'Own title',
    notKept: place => `Filed: ${place}. Your own title could not be saved.`,
  },

  hand: {
    follow: 'Follow the contractor',
    unfollow: 'Do not follow the contractor',
    followed: 'You follow it. Notifications will tell you what is new.',
    unfollowed: 'You no longer follow it.',
    pin: 'Pin the file',
    unpin: 'Take the file off the pinned ones',
    pinned: 'Pinned',
    recent: 'Looked at lately',
    triage: (number, isMore) =>
      isMore ? `More than ${number} e-mails wait for a decision` : `${plural('en', number, mailForms)} for a decision`,
  },

  heads: {
    upcoming: 'Upcoming',
    more: number => `and ${number} more`,
    waiting: {
      us: long => `Waiting for our reply: ${long}`,
      them: long => `Waiting for their reply: ${long}`,
    },
    underAnHour: 'less than an hour',
    hours: count => plural('en', count, { one: 'hour', other: 'hours' }),
    days: count => plural('en', count, { one: 'day', other: 'days' }),
  },

  signature: {
    found: 'Filled in from the text of the mail. Please check.',
    phone: 'Phone',
  },
}
