import type { HostStorage } from './mail-host.ts'

const PREFIX = 'lupa:'

/**
 * Keeps in the browser's storage what may be kept there. Inside Outlook's frame browsers often forbid it, and then
 * everything is forgotten with the pane, the session too.
 */
export function outlookStorage(page: Window): HostStorage {
  const remembered = new Map<string, string>()
  return {
    async read(key) {
      return attempt(() => page.localStorage.getItem(PREFIX + key)) ?? remembered.get(key) ?? null
    },
    async write(key, value) {
      remembered.set(key, value)
      attempt(() => page.localStorage.setItem(PREFIX + key, value))
    },
    async remove(key) {
      remembered.delete(key)
      attempt(() => page.localStorage.removeItem(PREFIX + key))
    },
  }
}

function attempt<Value>(use: () => Value): Value | null {
  try {
    return use()
  } catch {
    return null
  }
}
