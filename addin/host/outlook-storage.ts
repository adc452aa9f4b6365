import type { HostStorage } from './mail-host.ts'

const PREFIX = 'lupa:'

/** What has to outlive the pane also where nothing but a cookie may be kept; it holds no secret. */
const IN_COOKIE = ['left']
const YEAR_S = 365 * 24 * 3600

/**
 * Keeps in the browser's storage what may be kept there. Inside Outlook's frame browsers often forbid it, and then
 * everything is forgotten with the pane, the session too; only a cookie of this very frame (partitioned) still holds, in
 * which stands that somebody signed out, or Outlook's own account would sign him in again by itself.
 */
export function outlookStorage(page: Window): HostStorage {
  const remembered = new Map<string, string>()
  return {
    async read(key) {
      return attempt(() => page.localStorage.getItem(PREFIX + key)) ?? remembered.get(key) ?? readCookie(page, key)
    },
    async write(key, value) {
      remembered.set(key, value)
      if (attempt(() => page.localStorage.setItem(PREFIX + key, value) ?? true) === null) writeCookie(page, key, value)
    },
    async remove(key) {
      remembered.delete(key)
      attempt(() => page.localStorage.removeItem(PREFIX + key))
      if (readCookie(page, key) !== null) writeCookie(page, key, null)
    },
  }
}

function readCookie(page: Window, key: string): string | null {
  if (!IN_COOKIE.includes(key)) return null
  const cookies = attempt(() => page.document.cookie)?.split('; ') ?? []
  return cookies.find(one => one.startsWith(`lupa-${key}=`))?.slice(`lupa-${key}=`.length) ?? null
}

function writeCookie(page: Window, key: string, value: string | null) {
  if (!IN_COOKIE.includes(key)) return
  attempt(() => {
    page.document.cookie = `lupa-${key}=${value ?? ''}; Max-Age=${value === null ? 0 : YEAR_S}; Path=/; Secure; SameSite=None; Partitioned`
  })
}

function attempt<Value>(use: () => Value): Value | null {
  try {
    return use()
  } catch {
    return null
  }
}
