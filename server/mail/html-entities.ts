/** Names of the characters from U+00A0 on, in their order. */
const LATIN = `nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para
middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml
Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave
aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde
ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml`

/** Others that occur in mail. */
const OTHERS = `amp & lt < gt > quot " apos ' ndash – mdash — lsquo ‘ rsquo ’ sbquo ‚ ldquo “ rdquo ” bdquo „ dagger † bull • hellip … permil ‰
lsaquo ‹ rsaquo › euro € trade ™ larr ← uarr ↑ rarr → darr ↓ minus − ne ≠ le ≤ ge ≥ infin ∞ check ✓ star ☆ starf ★ phone ☎ num # comma , period . colon : semi ;
excl ! quest ? lpar ( rpar ) lbrack [ rbrack ] commat @ dollar $ percnt % ast * plus + equals = sol / bsol \\ lowbar _ ensp \u2002 emsp \u2003 thinsp \u2009 zwnj \u200c zwj \u200d
aogon ą Aogon Ą cacute ć Cacute Ć eogon ę Eogon Ę lstrok ł Lstrok Ł nacute ń Nacute Ń sacute ś Sacute Ś zacute ź Zacute Ź zdot ż Zdot Ż
scaron š Scaron Š zcaron ž Zcaron Ž ccaron č Ccaron Č rcaron ř Rcaron Ř ecaron ě Ecaron Ě uring ů oelig œ OElig Œ fnof ƒ circ ˆ tilde ˜`

const characters = new Map<string, string>()
for (const [index, name] of LATIN.split(/\s+/).entries()) characters.set(name, String.fromCharCode(0xa0 + index))
const pairs = OTHERS.split(/[ \n]/)
for (let index = 0; index < pairs.length; index += 2) characters.set(pairs[index] ?? '', pairs[index + 1] ?? '')

/** Replaces the character references of HTML by what they stand for; unknown ones stay. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(
    /&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([A-Za-z][A-Za-z0-9]{1,30}));?/g,
    (match, decimal, hex, name) => {
      if (name !== undefined) return characters.get(name) ?? match
      return fromCode(decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal))
    },
  )
}

/** Codes 0x80 to 0x9F mean windows-1252, as in every browser. */
function fromCode(code: number): string {
  if (code >= 0x80 && code <= 0x9f) return new TextDecoder('windows-1252').decode(Uint8Array.of(code))
  const isCharacter = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
  return isCharacter ? String.fromCodePoint(code) : '\ufffd'
}
