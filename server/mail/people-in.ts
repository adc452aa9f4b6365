import { withoutTag } from '../../shared/address.ts'
import type { ParsedMessage } from './parsed-message.ts'

/** Everybody who takes part in a mail by its header. */
export function peopleIn(parsed: ParsedMessage): string[] {
  const all = [parsed.from, parsed.sender, parsed.to, parsed.cc, parsed.bcc].flat()
  return all.map(mailbox => mailbox.address).filter(address => address !== '')
}

/** Addresses, each also as it is without a tag: under which a colleague may be known. */
export function withTagless(addresses: string[]): string[] {
  return [...new Set(addresses.flatMap(address => [address, withoutTag(address)]))]
}
