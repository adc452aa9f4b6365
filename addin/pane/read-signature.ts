import { readNip } from '../../shared/tax-id.ts'

/** What a mail's signature gives away about a company. */
export interface Signature {
  company: string | null
  /** Ten digits that add up. */
  nip: string | null
  phone: string | null
}

const LONGEST = 40_000
const LONGEST_LINE = 120
/** A hostile line would keep the expressions below busy; what they look for is shorter. */
const LONGEST_READ = 500

/** Where somebody else's words begin: quoted headers and introductions in Polish, English and German programs. */
const quoteBegins =
  /^\s*(?:-{3,}.*(?:original|oryginaln|forwarded|przekazan|weitergeleitet).*|(?:from|od|von|wysłano|sent):\s.*|(?:on|w dniu|dnia|am)\s.{6,200}(?:wrote|napisał\S*|pisze|schrieb)\s*:\s*)$/i
const legalForm =
  /(?:^|\s)(?:sp\.?\s?z\.?\s?o\.?\s?o\.?|spółka\s+(?:z|akcyjna|jawna|komandytowa)|s\.?\s?a\.(?=\s|$)|s\.\s?c\.|sp\.\s?[jkp]\.|p\.?p?\.?h\.?u\.?|gmbh|ltd\.?|llc|s\.r\.o\.)(?=\s|,|$)/i
const labelledNip = /\bNIP\b[\s:.-]*((?:PL[\s-]?)?\d[\d\s-]{8,12}\d)/gi
const labelledPhone =
  /(?:\b(?:tel|telefon|kom|mob|mobile|phone)\b|(?:^|[\s|,])[tm](?=[.:]))[.:\s]*(\+?\(?\d[\d\s()-]{7,17}\d)/im

/** Reads company, NIP and phone out of a mail's own words; what is quoted belongs to somebody else. */
export function readSignature(text: string): Signature {
  const lines = ownLines(text.slice(0, LONGEST))
  const own = lines.join('\n')
  const nip = [...own.matchAll(labelledNip)].map(([, digits]) => readNip(digits ?? '')).find(found => found !== null)
  return {
    company: lines.map(companyOf).findLast(found => found !== null) ?? null,
    nip: nip ?? null,
    phone: labelledPhone.exec(own)?.[1]?.replace(/\s+/g, ' ').trim() ?? null,
  }
}

function ownLines(text: string): string[] {
  const lines = text.split(/\r?\n/).map(line => line.slice(0, LONGEST_READ))
  const end = lines.findIndex(line => quoteBegins.test(line))
  return (end === -1 ? lines : lines.slice(0, end)).filter(line => !/^\s*>/.test(line))
}

/** A line that is a company's name: short, with a legal form, and no sentence. */
function companyOf(line: string): string | null {
  const name = line.replace(/\s+/g, ' ').replace(/^[\s*_|–-]+|[\s*_|,–-]+$/g, '')
  if (name.length < 5 || name.length > LONGEST_LINE || !legalForm.test(name)) return null
  const end = legalForm.exec(name)
  // A seat or a department after a comma does not belong to the name.
  const cut = end ? name.slice(0, end.index + end[0].length).trim() : name
  return cut.split(' ').length > 12 ? null : cut
}
