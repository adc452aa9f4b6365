// biome-ignore-all lint/suspicious/noControlCharactersInRegex: control characters are what this file removes

/** Marks that turn the reading direction, with which `fdp.exe` is shown as `exe.pdf`. */
const BIDI_OVERRIDES = /[\u202a-\u202e\u2066-\u2069]/g

/** Text that PostgreSQL and JSON accept: no NUL, no half surrogates, one kind of line end. */
export function cleanText(text: string): string {
  return text
    .replace(/\0/g, '')
    .replace(/\r+\n|\r/g, '\n')
    .toWellFormed()
}

/** One line for people to read: no control characters, no turned reading direction, single blanks. */
export function cleanLine(text: string): string {
  return text
    .replace(BIDI_OVERRIDES, '')
    .replace(/\0/g, '')
    .replace(/[\x01-\x1f\x7f-\x9f\u2028\u2029\s]+/g, ' ')
    .trim()
    .toWellFormed()
}

/** A file name as data: without path, control characters and tricks of reading direction, at most 200 characters. */
export function cleanFileName(name: string): string {
  const line = cleanLine(name).normalize('NFC')
  const last = line.split(/[/\\]/).findLast(step => step.trim() !== '') ?? ''
  const bare = last.replace(/^\.+(?=\.|$)/, '').trim()
  if (bare.length <= 200) return bare

  const extension = /\.[\p{L}\p{N}]{1,10}$/u.exec(bare)?.[0] ?? ''
  return (bare.slice(0, 200 - extension.length) + extension).toWellFormed()
}
