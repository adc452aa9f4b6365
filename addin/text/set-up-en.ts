import type { setUpPl } from './set-up-pl.ts'

/** The door to an empty company, in English. */
export const setUpEn: typeof setUpPl = {
  setUp: {
    title: 'Set up your company’s Lupa',
    lead: 'The first account is an administrator’s. The rest takes some fifteen minutes, and every step may wait.',
    company: 'Name of the company',
    name: 'Your name',
    email: 'E-mail',
    emailHint: 'You sign in with this address.',
    emailWrong: 'Enter an e-mail address.',
    password: 'Password',
    hint: 'At least 8 characters.',
    short: 'The password has fewer than 8 characters.',
    repeat: 'Repeat the password',
    differ: 'The passwords differ. Enter the same twice.',
    missing: 'Enter this value.',
    button: 'Set up and sign in',
    closed:
      'This address opens nothing any more. The company is set up, or the server was started again: then it printed a new address.',
    toSignIn: 'Go to sign-in',
  },
}
