import { isForwardSubject } from './forward-subject.ts'

const MOST = 5
const TEXT_LENGTH = 200_000
const LONGEST_LINE = 1_000
/** How far below its divider a forwarded mail says from whom it was. */
const BLOCK_LINES = 10
const MOST_DEEP = 20
/** Gmail's, Thunderbird's and Apple's dividers; Outlook draws none. */
const DIVIDER =
  /^[-_\s]{2,}(?:forwarded message|wiadomość przekazana|przekazana wiadomość|treść przekazanej wiadomości)\s*[-_]{2,}$|^(?:begin forwarded message|początek przekazywanej wiadomości|początek przekazanej wiadomości)\s*:$/i
/** Whatever breaks a line elsewhere is a letter here, so that the blanks before it are tried once. */
const FROM = /^\*?(?:od|from|nadawca)\s*:\s*\*?\s*(.+)$/is
const NEXT = /^\*?(?:wysłano|wysłane|sent|data|date|do|to|dw|cc|temat|subject)\s*:/i

/** Somebody whose mail was forwarded: the value as it stands there, and the words below his header. */
interface Forwarded {
  from: string
  words: string
}

/**
 * From whom a forwarded mail came first, as its text says: under a divider or, when its subject says that it was
 * forwarded, under the header that Outlook writes. The values as they stand there: `Jan Kowal <jan@x.pl>`, `jan@x.pl`.
 * Whoever forwards can write there what he likes, so it is for suggestions only.
 */
export function sendersUnder(subject: string, text: string): string[] {
  return forwardedUnder(subject, text).map(({ from }) => from)
}

/** The same with what each of them wrote; what he answered or forwarded in turn is still in it. */
export function forwardedUnder(subject: string, text: string): Forwarded[] {
  const written = text.slice(0, TEXT_LENGTH).split('\n')
  const lines = written.map(line => line.replace(/^[\s>]+/, '').trim())
  const places = headersIn(lines, isForwardSubject(subject))
  return places.map((at, index) => ({
    from: saidIn(lines[at] ?? ''),
    words: withoutMarks(written.slice(at, places[index + 1]))
      .slice(headerLength(lines, at))
      .join('\n'),
  }))
}

/** Which lines say from whom something was forwarded. */
function headersIn(lines: string[], isForward: boolean): number[] {
  const found = new Set<number>()
  for (const [at, line] of lines.entries()) {
    if (found.size >= MOST) break
    if (line.length > LONGEST_LINE) continue
    if (DIVIDER.test(line)) for (const sender of senderBelow(lines, at + 1)) found.add(sender)
    else if (isForward && FROM.test(line) && isHeader(lines.slice(at + 1, at + 7))) found.add(at)
  }
  return [...found]
}

/** Outlook's header block names more than the sender; a sentence that begins with "Od:" does not. */
function isHeader(next: string[]): boolean {
  return next.filter(line => line.length <= LONGEST_LINE && NEXT.test(line)).length >= 2
}

function senderBelow(lines: string[], from: number): number[] {
  const block = lines.slice(from, from + BLOCK_LINES)
  const at = block.findIndex(line => line.length <= LONGEST_LINE && FROM.test(line))
  return at === -1 ? [] : [from + at]
}

/** How many lines a header takes from its sender on, with recipients that are folded into lines of their own. */
function headerLength(lines: string[], at: number): number {
  const block = lines.slice(at, at + BLOCK_LINES)
  const last = block.findLastIndex((line, index) => index === 0 || (line.length <= LONGEST_LINE && NEXT.test(line)))
  const more = block.slice(last + 1).findIndex(line => !line.includes('@'))
  return last + 1 + Math.max(0, more)
}

/** What is quoted as deeply as its first line stands there as it was written. */
function withoutMarks(lines: string[]): string[] {
  const depth = Math.min(MOST_DEEP, /^[\s>]*/.exec(lines[0] ?? '')?.[0].replace(/\s/g, '').length ?? 0)
  const marks = new RegExp(`^(?:\\s*>){0,${depth}}`)
  return lines.map(line => line.replace(marks, ''))
}

/** Outlook also writes `Jan Kowal [mailto:jan@x.pl]`. */
function saidIn(line: string): string {
  return (FROM.exec(line)?.[1] ?? '')
    .replace(/\[mailto:([^\]]{1,320})\]/i, '<$1>')
    .replace(/<mailto:/i, '<')
    .replaceAll('*', '')
}
