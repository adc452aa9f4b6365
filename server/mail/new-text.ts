import { isDivider, isNextHeader, startsHeaders } from '../../shared/older-mail.ts'

/** `W dniu 15.01.2026 o 10:00, Jan Kowalski pisze:`, in the ways Polish and English mail programs say it. */
const ATTRIBUTION =
  /^(?:w dniu|dnia|on|am|(?:pon|wt|śr|czw|pt|sob|niedz|nd)\.?,?\s|\d{1,4}[-./ ]\S{1,12}[-./ ]\d{2,4}).{4,300}(?:napisał(?:a|\(a\)|\/a)?|pisze|wrote|schrieb)(?:\s+w dniu .{1,60})?\s*:?$|^wiadomość napisana przez .{3,300} w dniu .{3,80}:$/iu
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
  if (isDivider(line)) return true
  // Somebody must be named on it.
  if (!startsHeaders(line) || /^[^:]{1,8}:\*?\s*$/.test(line)) return false
  return lines.slice(index + 1, index + 9).filter(isNextHeader).length >= 2
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
