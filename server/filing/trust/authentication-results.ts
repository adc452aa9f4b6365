/** One verdict of an Authentication-Results field, and what it was given about (`header.from`, `smtp.mailfrom` ...). */
export interface MethodResult {
  method: string
  result: string
  properties: Map<string, string>
}

/** An Authentication-Results field as it is read by RFC 8601. */
export interface AuthenticationResults {
  /** Who says so, lower case; empty where the field names nobody, as Exchange writes it. */
  authority: string
  results: MethodResult[]
}

const LONGEST = 20_000
const METHOD = /^([a-z0-9][a-z0-9-]*)(?:\/\d+)?=([a-z0-9-]+)$/
const PROPERTY = /^([a-z0-9-]+\.[a-z0-9_-]+)=(.*)$/

/** Reads one field: comments left out, quoted values opened, every method with its properties. Null when it is not well-formed. */
export function readAuthenticationResults(value: string): AuthenticationResults | null {
  const clauses = value.length > LONGEST ? null : splitClauses(value)
  if (clauses === null) return null
  const [first = []] = clauses
  const isNamed = first[0] !== undefined && !first[0].includes('=')
  const authority = isNamed ? (first[0] ?? '') : ''
  return { authority, results: (isNamed ? clauses.slice(1) : clauses).flatMap(readClause) }
}

function readClause([head = '', ...rest]: string[]): MethodResult[] {
  const [, method, result] = METHOD.exec(head) ?? []
  if (method === undefined || result === undefined) return []
  const pairs = rest.flatMap((word): [string, string][] => {
    const [, name, text] = PROPERTY.exec(word) ?? []
    return name === undefined || text === undefined ? [] : [[name, text]]
  })
  // Of a property said twice the first counts.
  return [{ method, result, properties: new Map(pairs.toReversed()) }]
}

/** The words between semicolons, lower case; null when a quote or a comment does not end. */
function splitClauses(value: string): string[][] | null {
  const clauses: string[][] = [[]]
  let word = ''
  let depth = 0
  let quoted = false
  const endWord = () => {
    if (word !== '') clauses.at(-1)?.push(word.toLowerCase())
    word = ''
  }
  for (let index = 0; index < value.length; index += 1) {
    const character = value[index] ?? ''
    if (character === '\\' && (quoted || depth > 0)) {
      index += 1
      if (quoted) word += value[index] ?? ''
    } else if (quoted) {
      if (character === '"') quoted = false
      else word += character
    } else if (character === '(') depth += 1
    else if (depth > 0) depth -= character === ')' ? 1 : 0
    else if (character === '"') quoted = true
    else if (character === ';') {
      endWord()
      clauses.push([])
    } else if (/\s/.test(character)) endWord()
    else word += character
  }
  if (quoted || depth > 0) return null
  endWord()
  return clauses.map(joinAroundEquals)
}

/** `dkim = pass` is written with blanks by some. */
function joinAroundEquals(words: string[]): string[] {
  const joined: string[] = []
  for (const word of words) {
    const last = joined.at(-1)
    if (last !== undefined && (word.startsWith('=') || /^[^=]+=$/.test(last))) joined[joined.length - 1] = last + word
    else joined.push(word)
  }
  return joined
}
