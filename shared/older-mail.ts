const DIVIDER =
  /^[-_\s]{2,}(?:original message|(?:oryginalna wiadomość|wiadomość oryginalna)|forwarded message|wiadomość przekazana|przekazana wiadomość|treść (?:oryginalnej|przekazanej) wiadomości|pierwotna wiadomość|ursprüngliche nachricht)\s*[-_]{2,}$|^(?:begin forwarded message|początek przekazywanej wiadomości|początek przekazanej wiadomości)\s*:$/i
const HEADERS_START = /^\*?(?:od|from|von)\s*:\*?/i
const HEADERS_NEXT =
  /^\*?(?:wysłano|wysłane|sent|data|date|do|to|dw|cc|udw|temat|subject|ważność|importance|gesendet|an|betreff)\s*:/i
const LONGEST_LINE = 1_000

/** A line such as `-----Original Message-----`, below which everything is older. */
export function isDivider(line: string): boolean {
  return line.length <= LONGEST_LINE && DIVIDER.test(line.trim())
}

/** The first line of the headers that Outlook puts above an answered mail: `Od: Jan Kowalski`. */
export function startsHeaders(line: string): boolean {
  return line.length <= LONGEST_LINE && HEADERS_START.test(line.trim())
}

/** One of the lines that follow it, `Wysłano:`, `Do:`, `Temat:`. */
export function isNextHeader(line: string): boolean {
  return HEADERS_NEXT.test(line.slice(0, LONGEST_LINE).trim())
}
