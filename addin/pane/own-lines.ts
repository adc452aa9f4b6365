/** A hostile line would keep the expressions that look at it busy; what they look for is shorter. */
const LONGEST_READ = 500

/** Where somebody else's words begin: dividers and headers of Polish, English and German programs, and Apple's introduction. */
const quoteBegins =
  /^\s*(?:[-_]{3,}.*(?:original|oryginaln|forwarded|przekazan|weitergeleitet)|\*{0,2}(?:from|od|von|nadawca|wysłano|sent)\s?:\*{0,2}\s|(?:begin forwarded|początek przekaz|wiadomość napisana przez)\S*\s)/i
/** `W dniu 20.11.2026 o 10:00 Jan Nowak pisze:`, of which programs fold the beginning into lines of its own. */
const introductionEnds =
  /(?:^|[\s>])(?:(?:napisał\S{0,5}|pisze|wrote)(?:\sw dniu\s.{1,60})?|schrieb(?:\s.{1,99})?)\s?:\s*$/i
const introductionBegins = /^\s*(?:on|am|w dniu|dnia)\s|\d:\d\d|\b20\d\d\b/i

/** The lines of a mail that its sender wrote himself, before what he answers or forwards. */
export function ownLines(text: string): string[] {
  const lines = text
    .split(/\r?\n/)
    .map(line => line.slice(0, LONGEST_READ))
    .filter(line => !/^\s*>/.test(line))
  const end = lines.findIndex(line => quoteBegins.test(line) || introductionEnds.test(line))
  return end === -1 ? lines : lines.slice(0, end - foldedBefore(lines, end))
}

/** How many lines above its end an introduction began. */
function foldedBefore(lines: string[], end: number): number {
  if (!introductionEnds.test(lines[end] ?? '')) return 0
  const above = [0, 1, 2].find(back => introductionBegins.test(lines[end - back] ?? ''))
  return above !== undefined && lines.slice(end - above, end).every(line => line.trim()) ? above : 0
}
