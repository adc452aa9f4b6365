import { readMessageId } from './message-id.ts'

/** How a mail is tied to those before it. */
interface Threaded {
  messageId?: string | null
  inReplyTo?: string | null
  references?: string[]
}

/** A thread is known by its first message, as far as a mail names it; null for a mail that names nothing. */
export function threadOf({ messageId, inReplyTo, references }: Threaded): string | null {
  for (const name of [references?.[0], inReplyTo, messageId]) {
    const thread = name && readMessageId(name)
    if (thread) return thread
  }
  return null
}
