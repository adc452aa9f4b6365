/** One tag of an HTML text. */
export type Tag = {
  /** Lower case. */
  name: string
  closes: boolean
  /** Behind its `>`. */
  end: number
  /** Its own style keeps it from being seen. */
  hides: boolean
}

/** Finds tags and the ends of comments and scripts; each answer costs no more than the way forward to it. */
export type TagFinder = {
  tagAt(open: number): Tag | null
  /** End of a comment or declaration that begins here, or the place itself. */
  endOfComment(open: number): number
  /** Where the closing tag of a raw element begins, or -1. */
  endOfElement(name: string, from: number): number
}

const VOID = new Set(['br', 'hr', 'img', 'input', 'meta', 'link', 'col', 'wbr', 'area', 'base'])
const HIDDEN =
  /\sstyle\s*=\s*["']?[^"'>]*(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)|\shidden(?:[\s=/>]|$)/i
/** Longer ones hold pictures in their attributes; what lies beyond is no tag. */
const TAG_LENGTH = 4_000_000

/** Looks for tags in an HTML text, front to back. */
export function findTags(html: string): TagFinder {
  const finders = { '>': findForward(html, '>'), '"': findForward(html, '"'), "'": findForward(html, "'") }
  const comments = findForward(html, '-->')
  const elements = new Map<string, (from: number) => number>()
  const lower = { text: null as string | null }

  function tagEnd(from: number): number {
    const plain = finders['>'](from)
    if (plain < 0 || plain - from > TAG_LENGTH) return -1
    for (let at = from; at <= plain || at - from < TAG_LENGTH; at += 1) {
      const character = html[at]
      if (character === '>') return at + 1
      if (character === undefined) break
      if (character !== '"' && character !== "'") continue
      const close = finders[character](at + 1)
      if (close < 0 || close - from > TAG_LENGTH) break
      at = close
    }
    return plain + 1
  }

  return {
    tagAt(open) {
      const closes = html[open + 1] === '/'
      const start = open + (closes ? 2 : 1)
      const name = /^[a-zA-Z][\w:-]{0,30}/.exec(html.slice(start, start + 31))?.[0].toLowerCase()
      const end = name ? tagEnd(start + name.length) : -1
      if (!name || end < 0) return null
      const attributes = html.slice(start + name.length, Math.min(end, start + 4_000))
      return {
        name: name.replace(/^o:/, ''),
        closes,
        end,
        hides: !closes && !VOID.has(name) && HIDDEN.test(attributes),
      }
    },
    endOfComment(open) {
      const isComment = html.startsWith('<!--', open)
      if (!isComment && html[open + 1] !== '!' && html[open + 1] !== '?') return open
      const end = isComment ? comments(open + 4) : finders['>'](open)
      if (end < 0) return html.length
      return end + (isComment ? 3 : 1)
    },
    endOfElement(name, from) {
      lower.text ??= html.toLowerCase()
      const find = elements.get(name) ?? findForward(lower.text, `</${name}`)
      elements.set(name, find)
      return find(from)
    },
  }
}

/** Remembers the last answer, so that asking ever further on reads the text once. */
function findForward(text: string, word: string): (from: number) => number {
  let askedFrom = Number.POSITIVE_INFINITY
  let found = -1

  return from => {
    const isKnown = from >= askedFrom && (found < 0 || found >= from)
    if (isKnown) return found
    askedFrom = from
    found = text.indexOf(word, from)
    return found
  }
}
