import type { Lookup } from '../../shared/lookup.ts'
import type { OpenMessage } from '../host/mail-host.ts'

/** The one sender of a mail from outside, about whom a rule may be made; null for our own mail and for mail of several senders. */
export function senderToTeach({ from }: OpenMessage, { contractors, unknown }: Lookup): string | null {
  const [sender, ...others] = from
  if (!sender || others.length > 0) return null
  const address = sender.address.toLowerCase()
  // Of all participants the server names only those that are not ours: each is known by an address, or unknown.
  const outside = [...contractors, ...unknown].map(one => one.address.toLowerCase())
  return outside.includes(address) ? address : null
}
