import type { ItemMessage, MailPerson } from '../../shared/item-message.ts'
import type { Kind } from '../../shared/kind.ts'

/** The beginnings that mail programs put before a subject: Re, Odp, Aw, Sv, with a number or without. */
const answerMarks = /^(\s*(re|odp|aw|sv)\s*(\[\d+\])?\s*:\s*)+/i

/** Links that begin an answer in the mail program; null where there is nobody to write to, or nobody besides. */
export interface Replies {
  one: string | null
  all: string | null
}

/**
 * Whom an answer to a mail goes to: who wrote it or wants it written to, or of our own mail those whom it went to. To all
 * goes to the others as well, but not to the reader.
 */
export function repliesTo(kind: Kind, title: string, message: ItemMessage, own: string): Replies {
  const senders = message.replyTo.some(isWritable) ? message.replyTo : message.from
  const to = addressesOf(kind === 'mail-out' ? message.to : senders)
  if (to.length === 0) return { one: null, all: null }
  const others = kind === 'mail-out' ? message.cc : [...message.to, ...message.cc]
  const cc = addressesOf(others).filter(address => !has(to, address) && !has([own], address))
  const subject = `Re: ${title.replace(answerMarks, '')}`.trim()
  return { one: mailto(to, [], subject), all: cc.length > 0 ? mailto(to, cc, subject) : null }
}

function mailto(to: string[], cc: string[], subject: string): string {
  const list = (addresses: string[]) => addresses.map(encodeURIComponent).join(',')
  const also = cc.length > 0 ? `cc=${list(cc)}&` : ''
  return `mailto:${list(to)}?${also}subject=${encodeURIComponent(subject)}`
}

/** Each address once, however it is written. */
function addressesOf(people: MailPerson[]): string[] {
  const all = people.filter(isWritable).map(person => person.address)
  return all.filter((address, index) => !has(all.slice(0, index), address))
}

function isWritable({ address }: MailPerson): boolean {
  return address !== ''
}

function has(addresses: string[], address: string): boolean {
  return addresses.some(one => one.toLowerCase() === address.toLowerCase())
}
