/** More parameters than this serve attacks; the rest is not read. */
const PARAMETERS = 1_000
const VALUE_LENGTH = 64_000

/** A structured field such as Content-Type, taken apart just far enough to steer reading. */
export type Structured = {
  /** The leading token, lower case: `text/plain`, `attachment`, `base64`. */
  value: string
  /** Everything behind the first semicolon, as it stands. */
  rest: string
}

/** Splits a structured field into its leading token and its parameters. */
export function splitField(field: string | null): Structured {
  const text = withFewParameters((field ?? '').slice(0, VALUE_LENGTH))
  const token = /^(?:\s|\([^()]*\)|")*([^\s;()"]+)/.exec(text)
  if (!token) return { value: '', rest: text.includes(';') ? text.slice(text.indexOf(';') + 1) : '' }

  const behind = text.slice(token[0].length)
  const semicolon = behind.indexOf(';')
  return { value: (token[1] ?? '').toLowerCase(), rest: semicolon >= 0 ? behind.slice(semicolon + 1) : behind.trim() }
}

/** One parameter's plain value (continuations of RFC 2231 joined, unless they are percent-encoded), or null. */
export function parameter(rest: string, name: string): string | null {
  const found: string[] = []
  const pattern = new RegExp(
    `(?:^|[;\\s])${name}(?:\\*(\\d{1,3}))?\\*?\\s*=\\s*(?:"((?:[^"\\\\]|\\\\.)*)"?|([^\\s;"]+))`,
    'gi',
  )
  for (const [, section, quoted, token] of rest.matchAll(pattern)) {
    const index = Number(section ?? 0)
    found[index] ??= quoted?.replace(/\\(.)/g, '$1') ?? token ?? ''
    if (section === undefined) break
  }
  return found.length > 0 ? found.join('') : null
}

function withFewParameters(text: string): string {
  let end = -1
  for (let count = 0; count <= PARAMETERS; count += 1) {
    end = text.indexOf(';', end + 1)
    if (end < 0) return text
  }
  return text.slice(0, end)
}
