const KEY = 'account'

/** Whether somebody is signed in on this device. Asked without the background, so that the first paint need not wait for it. */
export async function isSignedIn(): Promise<boolean> {
  return KEY in (await messenger.storage.local.get(KEY))
}

/** Who is signed in on this device, or null. */
export async function accountOf(): Promise<string | null> {
  const account = (await messenger.storage.local.get(KEY))[KEY]
  return typeof account === 'string' ? account.toLowerCase() : null
}

/** Calls `listener` when somebody signs in or out, in whichever window. */
export function onSignedInChange(listener: (signedIn: boolean) => void): void {
  messenger.storage.onChanged.addListener((changes, area) => {
    if (area === 'local' && KEY in changes) void isSignedIn().then(listener)
  })
}
