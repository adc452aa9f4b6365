import type { severalPl } from './several-pl.ts'

/** What the pane says of several selected mails, in English. */
export const severalEn: typeof severalPl = {
  several: {
    heading: number => `${number} messages selected`,
    hint: 'File them together. Each keeps its own attachments and is stored once.',
    where: 'Where',
    bySelf: 'Each where it belongs',
    one: 'All to one contractor',
    contractor: 'Contractor',
    button: number => `File ${number} messages`,
    busy: (done, all) => `Filing: ${done} of ${all}`,
    again: number => `Try again (${number})`,
    keepOpen: 'Keep this pane open while the messages are being filed.',
    over: 'Done',
    goesOn: (done, all) => `The selected messages are still being filed (${done} of ${all}).`,
    ended: (done, all) =>
      `The selected messages are filed: ${done} of ${all}.${
        done < all ? ' Select them again to see what went wrong.' : ''
      }`,
    titleMissing: 'Type the title of the new case.',
    noCase: 'The case could not be created, so no message was filed in it.',
    results: 'Results',
    untitled: '(no subject)',
    waiting: 'waiting',
    filing: 'filing…',
    filed: 'filed',
    pending: 'still being read',
    kept: 'waits for a decision',
    leftOut: 'left out by default',
    unreadable: 'the mail program did not hand it over',
    no: 'This mail program does not let several messages be read at once. Open them one by one.',
  },
}
