import type { GuardText } from './guard-pl.ts'

/** What the guard says when a mail is sent, in English. */
export const guardEn: GuardText = {
  strangers: (reference, contractor, people) =>
    `This message is meant for case ${reference} (${contractor}), but some recipients do not belong to it: ${people}.`,
  others: (reference, contractor, people) =>
    `This message is meant for case ${reference} (${contractor}), but recipients belong to other contractors: ${people}.`,
  mixed: people => `The recipients of this message belong to different contractors: ${people}.`,
  confidential: (documents, people) =>
    `A confidential document is attached (${documents}), and the message leaves the company: ${people}.`,
  anyway: 'Correct it or, if it is right as it is, send anyway.',
  more: number => `and ${number} more`,
}
