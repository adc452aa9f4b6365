import { decodeEntities } from './html-entities.ts'
import { findTags, type Tag } from './html-tags.ts'

/** Elements whose content nobody sees. */
const UNSEEN = new Set([
  'script',
  'style',
  'title',
  'template',
  'noscript',
  'xml',
  'object',
  'svg',
  'select',
  'textarea',
])
const BLOCKS = new Set(
  `address article aside blockquote body center dd div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre
  section table tr ul`.split(/\s+/),
)
const PARAGRAPHS = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'blockquote', 'ul', 'ol', 'table'])

type Writing = {
  lines: string[]
  line: string
  /** Depth of quotations. */
  quoted: number
  /** The hidden element being skipped, and how deep it is nested in itself. */
  skipping: string | null
  depth: number
  preformatted: number
}

/**
 * The text a reader of the HTML sees: no scripts, styles or hidden elements, quotations marked by `> `,
 * paragraphs apart. It never runs the HTML and takes time in proportion to its length.
 */
export function htmlToText(html: string): string {
  const seen = write(html, { mayHide: true })
  // An element that hides and never ends would swallow the rest of the message.
  const { lines } = seen.skipping === null ? seen : write(html, { mayHide: false })
  return lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

function write(html: string, { mayHide }: { mayHide: boolean }): Writing {
  const writing: Writing = { lines: [], line: '', quoted: 0, skipping: null, depth: 0, preformatted: 0 }
  const tags = findTags(html)
  let at = 0
  while (at < html.length) {
    const open = html.indexOf('<', at)
    addText(writing, html.slice(at, open < 0 ? html.length : open))
    if (open < 0) break

    at = tags.endOfComment(open)
    if (at > open) continue
    const tag = tags.tagAt(open)
    at = tag?.end ?? open + 1
    if (!tag) addText(writing, '<')
    else if (UNSEEN.has(tag.name)) at = tag.closes ? at : Math.max(at, tags.endOfElement(tag.name, at))
    else if (writing.skipping !== null) skipTag(writing, tag)
    else if (tag.hides && mayHide) Object.assign(writing, { skipping: tag.name, depth: 1 })
    else applyTag(writing, tag)
  }
  endLine(writing)
  return writing
}

function skipTag(writing: Writing, { name, closes }: Tag) {
  if (name !== writing.skipping) return
  writing.depth += closes ? -1 : 1
  if (writing.depth <= 0) writing.skipping = null
}

function applyTag(writing: Writing, { name, closes }: Tag) {
  if (name === 'br') return endLine(writing)
  if (name === 'td' || name === 'th') writing.line += ' '
  if (!BLOCKS.has(name)) return

  if (writing.line.trim() === '') writing.line = ''
  else endLine(writing)
  if (PARAGRAPHS.has(name) && writing.lines.at(-1) !== '') writing.lines.push('')
  if (name === 'blockquote') writing.quoted = Math.max(0, Math.min(20, writing.quoted + (closes ? -1 : 1)))
  if (name === 'pre') writing.preformatted = Math.max(0, writing.preformatted + (closes ? -1 : 1))
  if (name === 'li' && !closes) writing.line = '- '
  if (name === 'hr') writing.lines.push('---')
}

function addText(writing: Writing, text: string) {
  if (writing.skipping !== null || text === '') return
  const decoded = decodeEntities(text)
  if (writing.preformatted === 0) {
    writing.line += decoded.replace(/[ \t\r\n\f]+/g, ' ')
    return
  }
  const [first = '', ...others] = decoded.split(/\r?\n/)
  writing.line += first
  for (const line of others) {
    endLine(writing)
    writing.line = line
  }
}

function endLine(writing: Writing) {
  const text = writing.line.replace(/[ \t\u00a0]+/g, ' ').trim()
  const prefix = writing.quoted > 0 ? `${'>'.repeat(writing.quoted)} ` : ''
  writing.lines.push((prefix + text).trimEnd())
  writing.line = ''
}
