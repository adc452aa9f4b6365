import { readNip } from '../../shared/tax-id.ts'
import { companyOf } from './company-of-line.ts'
import { ownLines } from './own-lines.ts'

/** What a mail's signature gives away about a company. */
export interface Signature {
  company: string | null
  /** Ten digits that add up. */
  nip: string | null
  phone: string | null
}

const LONGEST = 40_000

const labelledNip =
  /\b(?:N\.?I\.?P|VAT|tax id)\b(?:[\s:./|()–-]|UE|EU|ID|PL|VAT|nr|no){0,12}((?:\d[\s‐-―-]{0,3}){9}\d)(?!\d)/gi
const labelledPhone =
  /(?:\b(?:tel|telefon|kom|komórka|mob|mobile|phone|gsm)\b|(?:^|[\s|,])[tm](?=[.:])|(?:^|\| ?)[tm](?= ))(?:[.: \t\xa0|/]|fax|faks|kom|nr){0,8}(\+?\(?\d[\d \t\xa0\u2009\u202f().‐-―-]{7,17}\d)/im
/** What stands alone in a line, or between bars, and begins with a country. */
const barePhone = /(?:^|\|)[ \t*]{0,9}(\+\d\d(?:[ \xa0\u2009\u202f.‐-―-]?\d){8,11})[ \t*]{0,9}(?:$|\|)/m

/** Reads company, NIP and phone out of a mail's own words; what is quoted belongs to somebody else. */
export function readSignature(text: string): Signature {
  const lines = ownLines(text.slice(0, LONGEST))
  const own = lines.join('\n')
  const nip = [...own.matchAll(labelledNip)]
    .map(([, digits = '']) => readNip(digits.replace(/\D/g, '')))
    .find(found => found !== null)
  const phone = labelledPhone.exec(own) ?? barePhone.exec(own)
  return {
    company: lines.map(companyOf).findLast(found => found !== null) ?? null,
    nip: nip ?? null,
    phone: phone?.[1]?.replace(/\s+/g, ' ') ?? null,
  }
}
