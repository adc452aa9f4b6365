import { ACCOUNT_KEY } from '../host/thunderbird-account.ts'

/** Whether somebody is signed in on this device. Asked without the background, so that the first paint need not wait for it. */
export async function isSignedIn(): Promise<boolean> {
  return ACCOUNT_KEY in (await messenger.storage.local.get(ACCOUNT_KEY))
}

/** Draws a page of ours anew when another signs in, or nobody is: nothing of one person's is left for the next. */
export function drawAnewForOthers(): void {
  messenger.storage.onChanged.addListener((changes, area) => {
    const change = (area === 'local' && changes[ACCOUNT_KEY]) as
      | { oldValue?: unknown; newValue?: unknown }
      | false
      | undefined
    if (change && change.oldValue !== change.newValue) location.reload()
  })
}

/** Calls `listener` when somebody signs in or out, in whichever window. */
export function onSignedInChange(listener: (signedIn: boolean) => void): void {
  messenger.storage.onChanged.addListener((changes, area) => {
    if (area === 'local' && ACCOUNT_KEY in changes) void isSignedIn().then(listener)
  })
}
