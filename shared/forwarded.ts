import { isForwardSubject } from './forward-subject.ts'

const MOST = 5
const TEXT_LENGTH = 200_000
const LONGEST_LINE = 1_000
/** How far below its divider a forwarded mail says from whom it was. */
const BLOCK_LINES = 10
/** Gmail's, Thunderbird's and Apple's dividers; Outlook draws none. */
const DIVIDER =
  /^[-_\s]{2,}(?:forwarded message|wiadomość przekazana|przekazana wiadomość|treść przekazanej wiadomości)\s*[-_]{2,}$|^(?:begin forwarded message|początek przekazywanej wiadomości|początek przekazanej wiadomości)\s*:$/i
const FROM = /^\*?(?:od|from|nadawca)\s*:\s*\*?\s*(.+)$/i
const NEXT = /^\*?(?:wysłano|wysłane|sent|data|date|do|to|dw|cc|temat|subject)\s*:/i

/**
 * From whom a forwarded mail came first, as its text says: under a divider or, when its subject says that it was
 * forwarded, under the header that Outlook writes. The values as they stand there: `Jan Kowal <jan@x.pl>`, `jan@x.pl`.
 * Whoever forwards can write there what he likes, so it is for suggestions only.
 */
export function sendersUnder(subject: string, text: string): string[] {
  const lines = text
    .slice(0, TEXT_LENGTH)
    .split('\n')
    .map(line => line.replace(/^[\s>]+/, '').trim())
  const isForward = isForwardSubject(subject)
  const found: string[] = []
  for (const [at, line] of lines.entries()) {
    if (found.length >= MOST) break
    if (line.length > LONGEST_LINE) continue
    if (DIVIDER.test(line)) found.push(...firstSender(lines.slice(at + 1, at + 1 + BLOCK_LINES)))
    else if (isForward && FROM.test(line) && isHeader(lines.slice(at + 1, at + 7))) found.push(saidIn(line))
  }
  return found
}

/** Outlook's header block names more than the sender; a sentence that begins with "Od:" does not. */
function isHeader(next: string[]): boolean {
  return next.filter(line => line.length <= LONGEST_LINE && NEXT.test(line)).length >= 2
}

function firstSender(block: string[]): string[] {
  const line = block.find(other => other.length <= LONGEST_LINE && FROM.test(other))
  return line ? [saidIn(line)] : []
}

/** Outlook also writes `Jan Kowal [mailto:jan@x.pl]`. */
function saidIn(line: string): string {
  return (FROM.exec(line)?.[1] ?? '')
    .replace(/\[mailto:([^\]]{1,320})\]/i, '<$1>')
    .replace(/<mailto:/i, '<')
    .replaceAll('*', '')
}
