import { readAddress } from './mailboxes.ts'

/** Longer values are no sender's. */
const VALUE_LENGTH = 10_000

/**
 * A second, stricter opinion on a From header, written independently of the parser that reads it for display:
 * the addresses in it, or null when it leaves room for doubt. `Szef <szef@firma.example> <x@zly.example>` does.
 */
export function readSenderStrictly(value: string): string[] | null {
  if (value.length > VALUE_LENGTH) return null
  const bare = withoutQuotesAndComments(value)
  if (bare === null) return null
  if (isOneNameAndAddress(bare)) return [addressIn(bare)].filter(address => address !== null)

  const addresses = bare.split(',').map(mailbox => addressIn(mailbox))
  return addresses.every(address => address !== null) ? addresses : null
}

/** Names often hold a comma without quotes; with one @ and one pair of brackets at the end that is no riddle. */
function isOneNameAndAddress(bare: string): boolean {
  return /^[^<>@:;]*<[^<>@\s]+@[^<>@\s]+>\s*$/.test(bare)
}

/** The address of one mailbox: alone, or in brackets behind a name without special signs. */
function addressIn(mailbox: string): string | null {
  const match = /^[^<>@:;]*<\s*([^<>\s]+)\s*>\s*$/.exec(mailbox) ?? /^\s*([^<>\s:;]+)\s*$/.exec(mailbox)
  return match?.[1] === undefined ? null : readAddress(match[1])
}

/** Leaves out quoted names and comments; null when one of them does not end. A quoted local part is a riddle. */
function withoutQuotesAndComments(value: string): string | null {
  let bare = ''
  let depth = 0
  let quoted = false
  for (let index = 0; index < value.length; index += 1) {
    const character = value[index] ?? ''
    if (character === '\\' && (quoted || depth > 0)) index += 1
    else if (quoted) quoted = character !== '"'
    else if (character === '(') depth += 1
    else if (character === ')' && depth > 0) depth -= 1
    else if (depth > 0) continue
    else if (character === '"') {
      quoted = true
      bare += 'name '
    } else bare += character
  }
  return quoted || depth > 0 ? null : bare
}
