import type { leaversPl } from './leavers-pl.ts'
import { plural } from './plural.ts'

const count = plural.bind(null, 'en')

/** The same in English. */
export const leaversEn: typeof leaversPl = {
  leavers: {
    open: 'Hand over what is left',
    title: (name: string) => `Hand over what is left: ${name}`,
    lead: 'The person you choose takes over what you tick, and will see it. You will see no more than before. The log keeps a trace.',
    none: 'Nothing is left: everything has a manager, and somebody sees everything.',
    what: 'What to hand over',
    parts: {
      contractors: (number: number) => count(number, { one: 'contractor', other: 'contractors' }),
      cases: (number: number) => count(number, { one: 'case', other: 'cases' }),
      tasks: (number: number) => count(number, { one: 'open task', other: 'open tasks' }),
      mailboxes: (number: number) => count(number, { one: 'mailbox', other: 'mailboxes' }),
      items: (number: number) => count(number, { one: 'item', other: 'items' }),
    },
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
