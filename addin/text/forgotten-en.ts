import type { ForgottenText } from './forgotten-pl.ts'

/** What is said to who forgot his password, in English. */
export const forgottenEn: ForgottenText = {
  title: 'Forgot your password?',
  lead: 'Give the address that you sign in with. We send you a link to set a new password.',
  email: 'E-mail address',
  button: 'Send the link',
  back: 'Back to signing in',
  sentTitle: 'Look into your mail',
  sent: email =>
    `If ${email} has an account with a password in Lupa, a link is on its way there. It works once, for an hour.`,
  notCome:
    'Nothing there? Look into your spam folder. If you sign in with a company account there is no password here: use its button.',
  noMail: 'Lupa sends no mail here, so ask an administrator, who can make a one-time link for you.',
  wrongAddress: 'This is not an e-mail address.',
}
