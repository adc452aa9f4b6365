import type { keepersPl } from './keepers-pl.ts'

/** Showing who one is, in English. */
export const keepersEn: typeof keepersPl = {
  proof: {
    lead: 'This is about an administrator’s account. Confirm that it is you.',
    password: 'Your password',
    wrong: 'The password is wrong.',
  },
}
