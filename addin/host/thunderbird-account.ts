/** Where this device keeps who is signed in. */
export const ACCOUNT_KEY = 'account'

/** Who is signed in on this device, or null. */
export async function accountOf(): Promise<string | null> {
  const account = (await messenger.storage.local.get(ACCOUNT_KEY))[ACCOUNT_KEY]
  return typeof account === 'string' ? account.toLowerCase() : null
}
