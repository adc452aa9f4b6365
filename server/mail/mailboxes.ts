import { domainToASCII } from 'node:url'
import { addressParser } from 'postal-mime'
import { cleanLine } from './clean-text.ts'
import type { Mailbox } from './parsed-message.ts'

/** More people than this in one header are not kept. */
const MAILBOXES = 5_000
const VALUE_LENGTH = 400_000
const NAME_LENGTH = 300
const LOCAL_PART = /^[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+(?:\.[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+)*$/u
const DOMAIN = /^(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])$/

/** Everyone named in the values of an address header, groups opened. */
export function readMailboxes(values: string[]): Mailbox[] {
  const found = values
    .flatMap(value => addressParser(value.slice(0, VALUE_LENGTH), { flatten: true }))
    .slice(0, MAILBOXES)
  const mailboxes: Mailbox[] = []
  let surname = ''
  for (const { name, address } of found) {
    const mailbox = toMailbox(name, address ?? '')
    // `Kowalski, Jan <jan@firma.example>` without quotes is one person.
    const isName = mailbox.address === '' && !mailbox.name.includes('@')
    if (surname !== '' && mailbox.address !== '' && mailbox.name !== '') {
      mailboxes.push({ ...mailbox, name: `${surname}, ${mailbox.name}` })
      surname = ''
    } else {
      if (surname !== '') mailboxes.push({ name: surname, address: '' })
      surname = isName ? mailbox.name : ''
      if (!isName) mailboxes.push(mailbox)
    }
  }
  if (surname !== '') mailboxes.push({ name: surname, address: '' })
  return mailboxes.filter(({ name, address }) => name !== '' || address !== '')
}

/** An address in the one spelling we compare, or null when it is none. International domains become ASCII. */
export function readAddress(text: string): string | null {
  const at = text.lastIndexOf('@')
  const local = text.slice(0, at).toLowerCase()
  const domain = domainToASCII(text.slice(at + 1)).toLowerCase()
  const isAddress = at > 0 && local.length <= 64 && LOCAL_PART.test(local) && DOMAIN.test(domain)
  return isAddress ? `${local}@${domain}` : null
}

function toMailbox(name: string, written: string): Mailbox {
  const address = readAddress(written.trim())
  const text = cleanLine(name)
    .replace(/^(['"])(.*)\1$/, '$2')
    .slice(0, NAME_LENGTH)
    .toWellFormed()
  if (address !== null) return { name: text.toLowerCase() === address ? '' : text, address }
  return { name: cleanLine(`${text} ${written}`).slice(0, NAME_LENGTH).toWellFormed(), address: '' }
}
