import { readMessageId } from '../../shared/message-id.ts'
import type { MailAddress, OpenMessage } from './mail-host.ts'

/** The facts of a mail that is read in Outlook; what only its headers say is empty where those cannot be had. */
export function factsOf(item: OfficeItem, headers: string): OpenMessage {
  const header = (name: string) => headerOf(headers, name)
  return {
    messageId: idsIn(item.internetMessageId ?? header('message-id'))[0] ?? null,
    subject: typeof item.subject === 'string' ? item.subject : '',
    sentAt: timeOf(header('date')) ?? item.dateTimeCreated?.toISOString() ?? null,
    from: addresses([item.from]),
    sender: addresses([item.sender]),
    replyTo: addressesIn(header('reply-to')),
    to: addresses(listOf(item.to)),
    cc: addresses(listOf(item.cc)),
    inReplyTo: idsIn(header('in-reply-to'))[0] ?? null,
    references: idsIn(header('references')),
    ...(item.attachments && { files: item.attachments.length }),
  }
}

/** Addresses as Outlook names them. Those of a company's own Exchange may be no e-mail address; they help nobody. */
export function addresses(list: (OfficeAddress | undefined)[]): MailAddress[] {
  return list.flatMap(one => {
    const address = one?.emailAddress?.trim().toLowerCase() ?? ''
    const name = one?.displayName ?? ''
    return address.includes('@') ? [{ name: name.toLowerCase() === address ? '' : name, address }] : []
  })
}

/** True while the mail is being written: then its parts have to be asked for. */
export function isDraft(item: OfficeItem): boolean {
  return typeof item.subject !== 'string'
}

function listOf(recipients: OfficeItem['to']): OfficeAddress[] {
  return Array.isArray(recipients) ? recipients : []
}

/** The value of one header, unfolded (RFC 5322 §2.2.3). */
function headerOf(headers: string, name: string): string {
  const line = headers
    .replace(/\r?\n[ \t]+/g, ' ')
    .split(/\r?\n/)
    .find(one => one.toLowerCase().startsWith(`${name}:`))
  return line?.slice(name.length + 1).trim() ?? ''
}

function addressesIn(value: string): MailAddress[] {
  const found = value.match(/[^\s<>,;:"]+@[^\s<>,;:"]+/g) ?? []
  return found.map(address => ({ name: '', address: address.toLowerCase() }))
}

function idsIn(value: string): string[] {
  const bracketed = value.match(/<[^<>\s]+>/g) ?? (value ? [value] : [])
  return bracketed.map(readMessageId).filter(id => id !== null)
}

function timeOf(value: string): string | null {
  const time = new Date(value)
  return Number.isNaN(time.getTime()) ? null : time.toISOString()
}
