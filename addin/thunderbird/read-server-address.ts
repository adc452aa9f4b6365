const LOOPBACK = ['localhost', '127.0.0.1']

/** A server as the user named it: where it is, and the pattern under which Thunderbird is asked for permission. */
export interface ServerAddress {
  origin: string
  permission: string
}

/** Reads what the user typed; null when it is no address that mail may be sent to (https, or this very machine). */
export function readServerAddress(typed: string): ServerAddress | null {
  const address = /^[a-z]+:\/\//i.test(typed.trim()) ? typed.trim() : `https://${typed.trim()}`
  if (!URL.canParse(address)) return null
  const { protocol, hostname, origin } = new URL(address)
  if (protocol !== 'https:' && !(protocol === 'http:' && LOOPBACK.includes(hostname))) return null
  // Thunderbird's match patterns know no port.
  return { origin, permission: `${protocol}//${hostname}` }
}
