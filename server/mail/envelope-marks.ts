import { isDisguised } from './disguise.ts'
import { decodeEncodedWords } from './encoded-words.ts'
import { readAddress } from './mailboxes.ts'
import type { Mailbox, Mark } from './parsed-message.ts'
import { readSenderStrictly } from './strict-sender.ts'

/** A clock may be this wrong before a Date counts as lying in the future. */
const CLOCK_SKEW_MS = 10 * 60 * 1000
/** Longer values are no sender's. */
const VALUE_LENGTH = 10_000

/** What is doubtful about who sent a message, given its From values and how they were read. */
export function senderMarks(values: string[], from: Mailbox[]): Mark[] {
  const marks: Mark[] = []
  if (values.length > 1 || from.length > 1) marks.push('several-from')

  const strict = values.map(readSenderStrictly)
  const agreed =
    strict.every(addresses => addresses !== null) && strict.flat().join() === from.map(({ address }) => address).join()
  if (!agreed && from.some(({ address }) => address !== '')) marks.push('from-disagrees')
  if (from.some(showsOtherAddress)) marks.push('address-in-name')
  if (values.some(value => isDisguised(decodeEncodedWords(value.slice(0, VALUE_LENGTH))))) marks.push('disguised-name')
  return marks
}

/** What is doubtful about when a message was sent. */
export function dateMarks(sentAt: Date | null, receivedAt: Date): Mark[] {
  if (sentAt === null) return ['no-date']
  return sentAt.getTime() > receivedAt.getTime() + CLOCK_SKEW_MS ? ['future-date'] : []
}

function showsOtherAddress({ name, address }: Mailbox): boolean {
  const shown = name.match(/[^\s"'<>(),;:]+@[^\s"'<>(),;:]+/g) ?? []
  return address !== '' && shown.some(text => readAddress(text) !== null && readAddress(text) !== address)
}
