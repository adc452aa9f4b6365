import { leaverPartsEn } from './leaver-amounts-en.ts'
import type { leaversPl } from './leavers-pl.ts'

/** The same in English. */
export const leaversEn: typeof leaversPl = {
  leavers: {
    open: 'Hand over what is left',
    title: (name: string) => `Hand over what is left: ${name}`,
    lead: 'The person you choose takes over what you tick, and will see it. You will see no more than before. The log keeps a trace.',
    none: 'Nothing is left: everything has a manager, and somebody sees everything.',
    what: 'What to hand over',
    parts: leaverPartsEn,
    hints: {
      contractors: 'The new person becomes the manager and sees the whole file.',
      cases: 'The new person becomes the manager, also of closed cases.',
      tasks: 'The new person is told of each task.',
      mailboxes: 'New mail, and what waits to be filed, will belong to the new person:',
      items: 'Nobody sees this any more: only this account did.',
    },
    to: 'To whom',
    choose: 'Choose a person',
    missingTo: 'Choose to whom you hand it over.',
    missingParts: 'Tick what you hand over.',
    button: 'Hand over',
    done: (name: string) => `Handed over to ${name}.`,
    close: 'Close',
  },
}
