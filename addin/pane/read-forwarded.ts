import { forwardedUnder, sendersUnder } from '../../shared/forwarded.ts'
import type { MailAddress, MailHost, OpenMessage } from '../host/mail-host.ts'

/** `Jan Kowal <jan@x.pl>`, or the bare address. */
const MAILBOX =
  /^\s*"?([^"<>]{0,400}?)"?\s*<\s*([^\s<>@]{1,64}@[^\s<>@]{1,255})\s*>|^\s*()([^\s<>@,;]{1,64}@[^\s<>@,;]{1,255})\s*$/

/** From whom the open mail was forwarded, whoever does not take part in it anyway. Nobody where its words cannot be read. */
export async function readForwarded(host: MailHost, message: OpenMessage): Promise<MailAddress[]> {
  const words = (await host.words?.().catch(() => '')) ?? ''
  const part = new Set([message.from, message.sender, message.replyTo, message.to, message.cc].flat().map(addressOf))
  const senders = sendersUnder(message.subject, words)
    .flatMap(mailboxIn)
    .filter(sender => !part.has(addressOf(sender)))
  return [...new Map(senders.map(sender => [addressOf(sender), sender])).values()]
}

/** The part of the open mail's words that somebody wrote himself: its sender, or one from whom it was forwarded. */
export function wordsBy(address: string, { from, subject }: OpenMessage, words: string): string {
  if (from.some(sender => addressOf(sender) === address)) return words
  const isHis = ({ from }: { from: string }) => mailboxIn(from).some(sender => addressOf(sender) === address)
  return forwardedUnder(subject, words).find(isHis)?.words ?? ''
}

function mailboxIn(value: string): MailAddress[] {
  const [, name = '', inBrackets, , bare] = MAILBOX.exec(value) ?? []
  const address = inBrackets ?? bare
  return address ? [{ name: name.trim(), address }] : []
}

function addressOf({ address }: MailAddress): string {
  return address.toLowerCase()
}
