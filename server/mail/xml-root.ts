/** Local name of an XML text's root element, lower case; '' when there is none. */
export function xmlRoot(text: string): string {
  let at = 0
  for (;;) {
    const open = text.indexOf('<', at)
    if (open < 0) return ''
    const end = endOfPreamble(text, open)
    if (end === open)
      return /^<(?:[\w.-]{1,100}:)?([\w.-]{1,100})/.exec(text.slice(open, open + 202))?.[1]?.toLowerCase() ?? ''
    if (end < 0) return ''
    at = end
  }
}

/** End of the comment, declaration or instruction that begins here; the place itself when it is an element, -1 without an end. */
function endOfPreamble(text: string, open: number): number {
  for (const [start, end] of [
    ['<!--', '-->'],
    ['<?', '?>'],
    ['<!', '>'],
  ] as const) {
    if (!text.startsWith(start, open)) continue
    const found = text.indexOf(end, open + start.length)
    return found < 0 ? -1 : found + end.length
  }
  return open
}
