import { isFreeMail, readAddress, showAddress } from '../../shared/address.ts'
import { readNip } from '../../shared/tax-id.ts'

const NIP_LENGTH = 10

/** What can be said of a NIP while it is being typed. */
export type NipState =
  | { state: 'empty' }
  | { state: 'short'; missing: number }
  | { state: 'long' }
  | { state: 'wrong' }
  | { state: 'right'; digits: string }

/** Reads a NIP that may still be half written. */
export function readTypedNip(text: string): NipState {
  const written = text.trim().replace(/^PL/i, '').replace(/[\s-]/g, '')
  if (written === '') return { state: 'empty' }
  if (/\D/.test(written)) return { state: 'wrong' }
  if (written.length < NIP_LENGTH) return { state: 'short', missing: NIP_LENGTH - written.length }
  if (written.length > NIP_LENGTH) return { state: 'long' }
  const digits = readNip(written)
  return digits ? { state: 'right', digits } : { state: 'wrong' }
}

/** The addresses of a text with one per line, and the first line that is none. */
export interface TypedAddresses {
  addresses: string[]
  wrong: { line: string; why: 'no-address' | 'free-mail' } | null
}

/** Reads addresses and domains as people write them, one per line; a line is named when it is wrong. */
export function readTypedAddresses(text: string): TypedAddresses {
  const lines = text
    .split(/[\n,;]+/)
    .map(line => line.trim())
    .filter(line => line !== '')
  const addresses = new Set<string>()
  for (const line of lines) {
    const address = readAddress(line)
    if (!address) return { addresses: [...addresses], wrong: { line, why: 'no-address' } }
    if (address.isDomain && isFreeMail(address.value))
      return { addresses: [...addresses], wrong: { line, why: 'free-mail' } }
    addresses.add(showAddress(address))
  }
  return { addresses: [...addresses], wrong: null }
}
