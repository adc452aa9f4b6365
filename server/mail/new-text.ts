const DIVIDER =
  /^[-_\s]{2,}(?:original message|(?:oryginalna wiadomość|wiadomość oryginalna)|forwarded message|wiadomość przekazana|przekazana wiadomość|treść (?:oryginalnej|przekazanej) wiadomości|pierwotna wiadomość|ursprüngliche nachricht)\s*[-_]{2,}$|^(?:begin forwarded message|początek przekazywanej wiadomości|początek przekazanej wiadomości)\s*:$/i
/** `W dniu 15.01.2026 o 10:00, Jan Kowalski pisze:`, in the ways Polish and English mail programs say it. */
const ATTRIBUTION =
  /^(?:w dniu|dnia|on|am|(?:pon|wt|śr|czw|pt|sob|niedz|nd)\.?,?\s|\d{1,4}[-./ ]\S{1,12}[-./ ]\d{2,4}).{4,300}(?:napisał(?:a|\(a\)|\/a)?|pisze|wrote|schrieb)(?:\s+w dniu .{1,60})?\s*:?$|^wiadomość napisana przez .{3,300} w dniu .{3,80}:$/iu
const OUTLOOK_START = /^\*?(?:od|from|von)\s*:\*?\s*\S/i
const OUTLOOK_NEXT =
  /^\*?(?:wysłano|wysłane|sent|data|date|do|to|dw|cc|udw|temat|subject|ważność|importance|gesendet|an|betreff)\s*:/i
const QUOTED = /^\s*>/
const LONGEST_LINE = 1_000

/** A message's own words: the text without what it quotes or forwards, for snippets and for finding case references. */
export function newTextOf(text: string): string {
  const lines = text.split('\n')
  const own: string[] = []
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? ''
    if (QUOTED.test(line)) continue
    if (startsHistory(lines, index)) break

    const length = attributionLength(lines, index)
    if (length > 0 && !isQuoteNext(lines, index + length)) break
    if (length > 0) index += length - 1
    else own.push(line.trimEnd())
  }
  while (/^[\s_-]*$/.test(own.at(-1) ?? 'none')) own.pop()
  return own
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

/** Everything below a divider, or below the header block that Outlook puts above an answered mail, is older. */
function startsHistory(lines: string[], index: number): boolean {
  const line = (lines[index] ?? '').trim()
  if (line.length > LONGEST_LINE) return false
  if (DIVIDER.test(line)) return true
  if (!OUTLOOK_START.test(line)) return false

  const next = lines.slice(index + 1, index + 9).filter(other => OUTLOOK_NEXT.test(other.slice(0, LONGEST_LINE).trim()))
  return next.length >= 2
}

/** How many lines the line "... wrote:" takes here; programs fold it over up to three. 0 when there is none. */
function attributionLength(lines: string[], index: number): number {
  if (!/^\s*(?:w|d|o|a|p|ś|c|s|n|\d)/i.test(lines[index] ?? '')) return 0
  let joined = ''
  for (let length = 1; length <= 3; length += 1) {
    const line = (lines[index + length - 1] ?? '').trim()
    if (line === '' || line.length > LONGEST_LINE) return 0
    joined = `${joined} ${line}`.trim()
    if (ATTRIBUTION.test(joined)) return length
  }
  return 0
}

/** With quotation marks the answer may go on between the quotes; without, all that follows is quoted. */
function isQuoteNext(lines: string[], from: number): boolean {
  const next = lines.slice(from, from + 5).find(line => line.trim() !== '')
  return next !== undefined && QUOTED.test(next)
}
