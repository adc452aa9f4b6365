import type { keepersPl } from './keepers-pl.ts'

/** Handing files over, and showing who one is, in English. */
export const keepersEn: typeof keepersPl = {
  handOver: {
    manager: 'Manager',
    gone: 'account shut out',
    button: 'Hand over',
    contractorTitle: 'Hand over the contractor',
    caseTitle: 'Hand over the case',
    lead: 'The new manager decides who sees it. Whoever sees it now still does.',
    to: 'New manager',
    choose: 'Choose a person',
    missing: 'Choose to whom you hand it over.',
    done: name => `New manager: ${name}.`,
  },
  proof: {
    lead: 'This is about an administrator’s account. Confirm that it is you.',
    password: 'Your password',
    wrong: 'The password is wrong.',
  },
}
