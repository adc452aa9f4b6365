/** What gateways write above a mail from outside: in each copy another text, and never the sender's. */
const BANNER =
  /^\W*(?:\[?(?:external|zewnętrzn[ay]|ext)(?: e-?mail| message| sender)?\]?(?:\W|$)|(?:uwaga|ostrzeżenie|caution|warning|attention)\W.{0,80}(?:spoza|z zewnątrz|zewnętrzn|outside|external)|(?:ta )?wiadomość (?:pochodzi )?(?:spoza|z zewnątrz)|this (?:e-?mail|message) (?:originated|came|was sent) from outside|nie otrzymujesz często wiadomości|you don't often get email from)/i
const LIST_FOOTER =
  /\n(?:_{20,}[ \t]*\n(?![\s>]*(?:od|from|von)\s*:)(?=[\s\S]{0,1500}$)(?=[\s\S]*(?:mailing list|lista dyskusyjna|listinfo|mailman|\blists?\.|unsubscribe|wypis))|--[ \t]*\n+[ \t]*(?:you received this message because you are subscribed|otrzymujesz tę wiadomość, ponieważ|otrzymano tę wiadomość, ponieważ))/i
const SCANNER =
  /\n.{0,80}(?:wolne od wirusów|virus-free|wiadomość została sprawdzona|sprawdzona? przez (?:program )?(?:eset|avast|avg)|scanned by)[^\n]{0,120}\s*$/i
const LONGEST_FOOTER = 4_000
const BANNER_LINES = 6
const LONGEST_BANNER = 600

/** The text as its sender wrote it: without the lines that gateways put above it and lists and scanners below it. */
export function withoutFooters(text: string): string {
  return withoutBanner(withoutTail(text))
}

function withoutTail(text: string): string {
  const start = Math.max(0, text.length - LONGEST_FOOTER)
  const tail = text.slice(start)
  const list = LIST_FOOTER.exec(tail)
  const rest = list ? tail.slice(0, list.index) : tail
  return text.slice(0, start) + rest.trimEnd().replace(SCANNER, '')
}

function withoutBanner(text: string): string {
  const lines = text.split('\n')
  const from = lines.slice(0, BANNER_LINES).findIndex(line => BANNER.test(line.slice(0, 500)))
  if (from < 0 || lines.slice(0, from).some(line => line.trim() !== '')) return text

  const length = lines.slice(from, from + BANNER_LINES).findIndex(line => line.trim() === '')
  const rest = lines.slice(from + Math.max(1, length)).join('\n')
  return text.length - rest.length <= LONGEST_BANNER ? rest : text
}
