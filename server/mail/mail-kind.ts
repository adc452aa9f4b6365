import type { ParsedMessage } from './parsed-message.ts'

type Judged = Pick<ParsedMessage, 'headers' | 'from'>

/** Whether a machine answered: out of office, receipt, confirmation. Judged by headers only, since subjects lie. */
export function isAutomatic({ headers }: Judged): boolean {
  if (headers.autoSubmitted !== null && headers.autoSubmitted !== 'no') return true
  if (headers.autoReply || /^auto[_-]?reply$/.test(headers.precedence ?? '')) return true
  return headers.contentType === 'multipart/report' && headers.reportType === 'disposition-notification'
}

/** Whether a mail server reports about a mail of ours that could not be delivered, or wants no answer. */
export function isBounce(message: Judged): boolean {
  const { headers, from } = message
  const isReceipt = headers.reportType === 'disposition-notification'
  if (headers.contentType === 'multipart/report' && !isReceipt) return true
  if (/^(?:mailer-daemon|postmaster)@/.test(from[0]?.address ?? '')) return true
  return headers.returnPathEmpty && !isAutomatic(message)
}

/** Whether it went to many people at once: newsletters and mailing lists. */
export function isNewsletter({ headers }: Judged): boolean {
  if (headers.listId !== null || headers.listUnsubscribe !== null) return true
  return /^(?:bulk|list|junk)$/.test(headers.precedence ?? '')
}
