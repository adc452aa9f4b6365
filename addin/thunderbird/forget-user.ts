import { accountOf } from '../host/thunderbird-account.ts'
import { leaveNewMail } from './new-mail.ts'
import { forgetSavedOf } from './saved-draft.ts'

/** Whom the user does not want to be asked about (`pane/use-ignored.ts`). */
const IGNORED = 'pane:ignored'

/**
 * Lets go of what this device keeps for whoever signs out by his own will and what is no filing that waits: whom he ignored,
 * the cases that his saved drafts are meant for, and his name with the mail that arrives.
 */
export async function forgetUser(): Promise<void> {
  const account = await accountOf()
  await messenger.storage.local.remove(IGNORED)
  await leaveNewMail()
  if (account) await forgetSavedOf(account)
}
