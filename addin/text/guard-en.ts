import type { GuardText } from './guard-pl.ts'

/** What the guard says when a mail is sent, in English. */
export const guardEn: GuardText = {
  strangers: (reference, contractor, people) =>
    `This message is meant for case ${reference} (${contractor}), but some recipients do not belong to it: ${people}. Remove them, or clear the case in the Lupa pane. If it is right as it is, send anyway.`,
  more: number => `and ${number} more`,
}
