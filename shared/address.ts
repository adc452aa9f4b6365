import { freeMailDomains } from './free-mail-domains.ts'

/** An address or domain as it is stored and compared: lower case, no `@` before a domain. */
export interface AddressValue {
  value: string
  isDomain: boolean
}

const local = /^[^\s@<>()[\]\\,;:"\p{Cc}]{1,64}$/u
const domain = /^(?=.{4,253}$)([\p{L}\p{N}]([\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+[\p{L}\p{N}-]{2,63}$/u

/** Reads `a@b.pl` or `@b.pl` as people type it; null when it is neither. */
export function readAddress(text: string): AddressValue | null {
  const value = text.trim().toLowerCase()
  if (value.startsWith('@')) return domain.test(value.slice(1)) ? { value: value.slice(1), isDomain: true } : null
  const at = value.lastIndexOf('@')
  return at > 0 && local.test(value.slice(0, at)) && domain.test(value.slice(at + 1))
    ? { value, isDomain: false }
    : null
}

/** Writes a stored address the way people read it: domains with their `@`. */
export function showAddress(address: AddressValue): string {
  return address.isDomain ? `@${address.value}` : address.value
}

/** The domain of an address, or an empty text when it has none. */
export function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1)
}

/** The same mailbox without its plus tag: `jan+faktury@b.pl` is read by `jan@b.pl` (RFC 5233). */
export function withoutTag(address: string): string {
  const at = address.lastIndexOf('@')
  const plus = address.indexOf('+')
  return plus > 0 && plus < at ? address.slice(0, plus) + address.slice(at) : address
}

/** Whether two addresses are of one company by their domain, which says so unless anyone can get an address there. */
export function sharesDomain(one: string, other: string): boolean {
  return domainOf(one) === domainOf(other) && !isFreeMail(domainOf(one))
}

/** Whether anyone can get an address there, so that the domain says nothing about the company. */
export function isFreeMail(domainName: string): boolean {
  return freeMailDomains.has(domainName)
}
