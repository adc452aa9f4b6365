/** What we write to somebody: a subject, and parts one after the other. */
export interface Letter {
  language: 'pl' | 'en'
  subject: string
  parts: Part[]
}

type Part = { words: string } | { heading: string } | { lines: Line[] } | { button: string; url: string }

/** One line of a list, which may lead somewhere. */
export interface Line {
  words: string
  /** What stands under it, fainter. */
  note?: string
  url?: string
}

/** A letter as it travels. */
export interface WrittenLetter {
  subject: string
  text: string
  html: string
}

/** Writes a letter as plain text and as simple HTML that says the same. */
export function writeLetter({ language, subject, parts }: Letter): WrittenLetter {
  const body = parts.map(htmlOf).join('\n')
  const style = 'font:15px/1.5 system-ui,sans-serif;max-width:40em;margin:0 auto;padding:16px'
  const html = `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${escaped(subject)}</title></head><body><div style="${style}">
${body}
</div></body></html>`
  return { subject, text: `${parts.map(textOf).join('\n\n')}\n`, html }
}

function textOf(part: Part): string {
  if ('words' in part) return plain(part.words)
  if ('heading' in part) return plain(part.heading).toUpperCase()
  if ('button' in part) return `${plain(part.button)}:\n${part.url}`
  return part.lines
    .map(line => [`* ${plain(line.words)}`, line.note && `  ${plain(line.note)}`, line.url && `  ${line.url}`])
    .map(rows => rows.filter(Boolean).join('\n'))
    .join('\n')
}

function htmlOf(part: Part): string {
  if ('words' in part) return `<p>${escaped(part.words)}</p>`
  if ('heading' in part) return `<h2 style="font-size:16px;margin:24px 0 4px">${escaped(part.heading)}</h2>`
  if ('button' in part) return `<p><a href="${escaped(part.url)}">${escaped(part.button)}</a></p>`
  return `<ul>${part.lines.map(lineInHtml).join('')}</ul>`
}

function lineInHtml({ words, note, url }: Line): string {
  const shown = url ? `<a href="${escaped(url)}">${escaped(words)}</a>` : escaped(words)
  return `<li>${shown}${note ? `<br><small>${escaped(note)}</small>` : ''}</li>`
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const controls = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069]+/g

/** Titles come from mails: they stay one line, without what turns or hides words. */
function plain(words: string): string {
  return words.replace(controls, ' ').replace(/ {2,}/g, ' ').trim()
}

function escaped(words: string): string {
  const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
  return plain(words).replace(/[&<>"']/g, sign => signs[sign] ?? '')
}
