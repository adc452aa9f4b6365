/** Bytes looked at: enough to be sure, little enough to be quick. */
const SAMPLE_BYTES = 64 * 1024

const POLISH = new Set('ąćęłńóśźżĄĆĘŁŃÓŚŹŻ')
const TYPOGRAPHIC = new Set('„”“‘’‚–—…•€§°«»\u00a0\u00ad')
/** Czech, Slovak, Hungarian and German letters that share the code pages with the Polish ones. */
const NEIGHBOURS = new Set('äöüßÄÖÜáéíúýčďěňřšťůžÁÉÍÚÝČĎĚŇŘŠŤŮŽôő')

/** Which single-byte code page text without a usable charset is written in, judged by how Polish it reads. */
export function guessCharset(bytes: Uint8Array): string {
  const sample = sampleOf(bytes)
  if (isMostlyHigh(sample)) return 'windows-1251'

  let best = { charset: 'windows-1250', score: readingScore(sample, 'windows-1250') }
  for (const charset of ['iso-8859-2', 'windows-1252']) {
    const score = readingScore(sample, charset)
    if (score > best.score) best = { charset, score }
  }
  return best.charset
}

/**
 * The charset to read with when a single-byte charset is declared: the declared one, unless the text
 * is plainly Polish in another code page and plainly nonsense in that one.
 */
export function correctCharset(bytes: Uint8Array, declared: string): string {
  const sample = sampleOf(bytes)
  if (nonsenseCount(sample, declared) === 0) return declared

  const guessed = guessCharset(sample)
  return readingScore(sample, guessed) > readingScore(sample, declared) ? guessed : declared
}

/** How well the bytes read as business mail in a code page; higher is better. */
function readingScore(sample: Uint8Array, charset: string): number {
  let score = 0
  eachForeign(sample, charset, (character, inWord) => {
    if (isImpossible(character)) score -= 10
    else if (POLISH.has(character)) score += 2
    else if (TYPOGRAPHIC.has(character)) score += inWord ? -2 : 1
    else if (NEIGHBOURS.has(character)) score += 0.5
    else if (/\p{L}/u.test(character)) score -= 0.5
    else score -= inWord ? 4 : 0.5
  })
  return score
}

/** How many characters cannot be meant: control codes, and signs in the middle of a word, as in P³atno¶æ. */
function nonsenseCount(sample: Uint8Array, charset: string): number {
  let count = 0
  eachForeign(sample, charset, (character, inWord) => {
    if (isImpossible(character) || (inWord && !/\p{L}|[\u00ad’‘]/u.test(character))) count += 1
  })
  return count
}

function isImpossible(character: string): boolean {
  return character === '\ufffd' || (character >= '\x80' && character <= '\x9f')
}

function eachForeign(sample: Uint8Array, charset: string, visit: (character: string, inWord: boolean) => void): void {
  const text = new TextDecoder(charset).decode(sample)
  for (const match of text.matchAll(/[^\0-\x7f]/g)) {
    const before = text[match.index - 1] ?? ' '
    const after = text[match.index + 1] ?? ' '
    visit(match[0], /\p{L}/u.test(before) && /\p{L}/u.test(after))
  }
}

/** Cyrillic code pages spell nearly every letter above 0x7F. */
function isMostlyHigh(sample: Uint8Array): boolean {
  let high = 0
  let latin = 0
  for (const byte of sample) {
    if (byte >= 0xc0) high += 1
    else if ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a) latin += 1
  }
  return high > 12 && high > latin * 2
}

function sampleOf(bytes: Uint8Array): Uint8Array {
  if (bytes.length <= SAMPLE_BYTES) return bytes
  const first = bytes.findIndex(byte => byte >= 0x80)
  const start = Math.max(0, Math.min(first - 100, bytes.length - SAMPLE_BYTES))
  return bytes.subarray(start, start + SAMPLE_BYTES)
}
