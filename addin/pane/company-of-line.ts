const LONGEST_NAME = 120
/** More words than these, with small ones among them, are a sentence. */
const MOST_WORDS = 6

/** Forms that end a name; blanks are single ones by then. */
const formAfter =
  / (sp(?:\.|ółka)? ?z\.? ?(?:o\.? ?o\.?|ogr\S{1,9} odp\S{1,17})|(?:prosta )?spółka (?:akcyjna|cywilna|jawna|partnerska|komandytow(?:a|o-akcyjna))|sp(?:\. ?| )[jkp]\.?|(?:p\. ?)?s\. ?a\.?|s\. ?(?:k\. ?a|c)\.?|s[ac]|gmbh(?: ?& ?co\.? ?kg)?|ltd\.?|llc|s\.r\.o\.)(?![\p{L}\d.])/giu
/** Forms that begin one. */
const formBefore =
  /(?:^|, )((?:F(?:undacja|UNDACJA)|S(?:towarzyszenie|TOWARZYSZENIE)|P\.?P?\.?H\.?U\.?|F\.?H\.?U\.?)(?: (?:im\.|na|i|dla|w|z|rzecz|&|["„]?[\p{Lu}\d][^\s,]{0,99})){1,8})(?=$|,)/u
const greeting =
  /^(?:(?:serdecznie |z )?(?:pozdrawiam\S*|poważaniem|wyrazami szacunku)|(?:best |kind )?regards)[\s,!.]+/i
/** Small words and verbs that no name holds, and how letters begin. */
const sentence =
  /(?:^|\s)(?:dla|od|do|o|z|ze|za|przez|na|że|się|czy|nie|jest|są|to|klient\S*|firm\S{1,2}|spółk\S{1,2}|nasz\S*|\p{L}+(?:jemy|simy|łamy|szemy))(?=[\s,:])|^(?:\S+(?:ę|łam)|Witam|Dzień|Szanown\S+)[\s,:]/u
/** Of small words only these may follow a name without a comma. */
const followsName = /^ (?:w|z|ul|al|pl|os|tel|kom|nip|oddział|dział)(?!\p{L})/u

/** A bank is named where the account is. */
const isBankAccount = /\b(?:konto|rachunek|nr\s+rachunku|iban|swift|bank)\b|\d{2}(?:\s?\d{4}){6}/iu

/** The company that a line names by its legal form; null of a sentence that speaks of one. */
export function companyOf(line: string): string | null {
  const parts = line.replace(/\s+/g, ' ').split(/[|•;]/)
  return parts.map(part => nameIn(withoutGreeting(bare(part)))).find(name => name !== null) ?? null
}

/** Who greets says his own name before that of his company. */
function withoutGreeting(part: string): string {
  const rest = part.replace(greeting, '')
  return rest === part ? part : rest.replace(/^[\p{Lu}][\p{L}-]{1,30} [\p{Lu}][\p{L}-]{1,30},\s*/u, '')
}

/** Without marks around it, and without what a card or a footer says before a name. */
function bare(part: string): string {
  const words = part.replace(/^[\s*_–-]+|[\s*_,–-]+$/g, '')
  return words.replace(/^(?:(?:copyright|©|\(c\))\s*)+(?:\d{4}(?:\s*[–-]\s*\d{4})?\s*)?|^\p{L}{2,20}:\s*/iu, '')
}

function nameIn(part: string): string | null {
  const forms = [...part.matchAll(formAfter)].filter(([, form = '']) => !/^s[ac]$/i.test(form) || /[AC]$/.test(form))
  const [first] = forms
  if (!first) return formBefore.exec(part)?.[1] ?? null
  const before = part.slice(0, first.index)
  const comma = part.indexOf(',', first.index)
  // A limited partnership names its partner first, with his form; a seat or a department after a comma is of no name.
  const last = forms.findLast(({ index }) => comma === -1 || index < comma) ?? first
  const end = last.index + last[0].length
  const after = part.slice(end)
  const isSentence =
    isBankAccount.test(part) || readsLikeSentence(before) || (/^ \p{Ll}/u.test(after) && !followsName.test(after))
  return isSentence || end > LONGEST_NAME ? null : part.slice(0, end)
}

function readsLikeSentence(before: string): boolean {
  const words = before.split(' ')
  const hasSmall = words.some(word => /^\p{Ll}{2}/u.test(word))
  // A name in small letters is one word: `allegro sp. z o.o.`.
  const beginsSmall = words.length > 1 && /^\p{Ll}+$/u.test(words[0] ?? '')
  return beginsSmall || (hasSmall && words.length > MOST_WORDS) || sentence.test(`${before} `)
}
