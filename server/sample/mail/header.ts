import { encodeIn } from './transfer.ts'

/** A header field: its name and its value, which may already be folded. */
export type Field = [name: string, value: string]

/** How a header spells letters beyond ASCII. */
export type HeaderWords = { charset: string; way: 'Q' | 'B' }

/** Writes fields as header lines, folded at spaces where they would run too long. */
export function headerLines(fields: Field[]): string {
  return fields.map(([name, value]) => `${foldLine(`${name}: ${value}`)}\r\n`).join('')
}

/** Spells a text for a header: as it is, or as encoded words by RFC 2047. */
export function spellWords(text: string, words: HeaderWords): string {
  if (/^[\x20-\x7e]*$/.test(text) && !text.includes('=?')) return text
  const charset = encodeIn(text, words.charset) ? words.charset : 'utf-8'
  const room = 72 - charset.length - 7
  const encoded: string[] = []
  let piece = ''
  for (const letter of text) {
    if (spelled(piece + letter, charset, words.way).length > room) {
      encoded.push(piece)
      piece = ''
    }
    piece += letter
  }
  return [...encoded, piece]
    .map(part => `=?${charset}?${words.way}?${spelled(part, charset, words.way)}?=`)
    .join('\r\n ')
}

/** Spells a mailbox: „Anna Kowal” <anna@...>. */
export function spellMailbox(person: { name: string; email: string }, words: HeaderWords): string {
  if (!person.name) return person.email
  const isPlain = /^[\x20-\x7e]*$/.test(person.name)
  const name = isPlain
    ? /^[\w ]+$/.test(person.name)
      ? person.name
      : `"${person.name.replaceAll('"', '\\"')}"`
    : spellWords(person.name, words)
  return `${name} <${person.email}>`
}

/** A parameter that holds a file name, in one of the three ways of mail programs. */
export function fileNameParameter(
  parameter: 'name' | 'filename',
  name: string,
  way: 'rfc2231' | 'split' | 'encoded-word',
): string {
  if (/^[\x20-\x7e]*$/.test(name)) return `${parameter}="${name}"`
  if (way === 'encoded-word') return `${parameter}="${spellWords(name, { charset: 'utf-8', way: 'B' })}"`
  const escaped = encodeURIComponent(name).replace(
    /['()*!]/g,
    found => `%${found.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  if (way === 'rfc2231') return `${parameter}*=utf-8''${escaped}`
  const pieces = `utf-8''${escaped}`.match(/(?:%[0-9A-F]{2}|.){1,45}/g) ?? []
  return pieces.map((piece, index) => `${parameter}*${index}*=${piece}`).join(';\r\n ')
}

function spelled(text: string, charset: string, way: 'Q' | 'B'): string {
  const bytes = encodeIn(text, charset) ?? Buffer.from(text, 'utf8')
  if (way === 'B') return bytes.toString('base64')
  return [...bytes].map(byte => qByte(byte)).join('')
}

/** Only letters, digits and a few marks stand for themselves, so that the words are valid inside names too. */
function qByte(byte: number): string {
  if (byte === 32) return '_'
  const letter = String.fromCharCode(byte)
  return /[A-Za-z0-9!*+/-]/.test(letter) ? letter : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`
}

function foldLine(line: string): string {
  if (line.length <= 78 || line.includes('\r\n')) return line
  const words = line.split(' ')
  let result = words[0] ?? ''
  let length = result.length
  words.slice(1).forEach((word, index) => {
    const isBreak = length + word.length + 1 > 76 && index > 0
    result += isBreak ? `\r\n ${word}` : ` ${word}`
    length = isBreak ? word.length + 1 : length + word.length + 1
  })
  return result
}
