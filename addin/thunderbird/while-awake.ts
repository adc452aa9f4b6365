/** Thunderbird ends a background that has asked it nothing for half a minute, however long a request of its own is open. */
const SIGN_OF_LIFE_MS = 20_000

/** Does what may take minutes without Thunderbird ending the background meanwhile. */
export async function whileAwake<Result>(act: () => Promise<Result>): Promise<Result> {
  const timer = setInterval(() => void messenger.runtime.getPlatformInfo(), SIGN_OF_LIFE_MS)
  return act().finally(() => clearInterval(timer))
}
