import { isDivider, isNextHeader, startsHeaders } from '../../shared/older-mail.ts'

/** The header lines stand within so many pieces of text. */
const HEADER_PIECES = 40

/** Folds what is quoted, so that the new words stand first. `olderAt`: where a mail program marked the answered mail. */
export function foldQuotes(fragment: DocumentFragment, olderAt: ReadonlySet<Node>, word: string) {
  foldOlder(fragment, olderAt, word)
  for (const quote of [...fragment.querySelectorAll('blockquote')]) {
    if (quote.parentElement?.closest('blockquote, details')) continue
    const details = folded(word)
    quote.replaceWith(details)
    details.append(quote)
  }
}

/** Outlook quotes without a mark of quoting: below a line or its header block all is older. */
function foldOlder(fragment: DocumentFragment, olderAt: ReadonlySet<Node>, word: string) {
  const pieces = piecesOf(fragment)
  const first = pieces.findIndex((piece, place) =>
    isOlder(piece, pieces.slice(place + 1, place + HEADER_PIECES), olderAt),
  )
  const piece = pieces[first]
  // What says nothing of its own only forwards, and is read.
  if (first < 1 || !piece || piece.parentElement?.closest('blockquote')) return
  const start = withLine(highestBeginning(piece))
  const details = folded(word)
  start.parentNode?.insertBefore(details, start)
  for (let place: Node | null = details; place && place !== fragment; place = place.parentNode) {
    // A cell of a table has no neighbours that could be taken along.
    if (/^T[DHR]$|^TBODY$|^TABLE$|^LI$/.test(place.nodeName)) break
    while (place.nextSibling) details.append(place.nextSibling)
  }
}

function piecesOf(fragment: DocumentFragment): Text[] {
  const walker = fragment.ownerDocument.createTreeWalker(fragment, NodeFilter.SHOW_TEXT)
  const pieces: Text[] = []
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    if (node.nodeValue?.trim() && node.parentElement?.nodeName !== 'STYLE') pieces.push(node as Text)
  return pieces
}

function isOlder(piece: Text, next: Text[], olderAt: ReadonlySet<Node>): boolean {
  const text = piece.data.trim()
  if (isDivider(text)) return true
  if (startsHeaders(text) && next.filter(({ data }) => isNextHeader(data.trim())).length >= 2) return true
  const start = highestBeginning(piece)
  for (let node: Node | null = piece; node; node = node.parentNode) {
    if (olderAt.has(node)) return true
    if (node === start) return false
  }
  return false
}

/** The outermost element that begins with this piece. */
function highestBeginning(piece: Text): ChildNode {
  let start: ChildNode = piece
  while (start.parentElement && !hasWordsBefore(start)) start = start.parentElement
  return start
}

function hasWordsBefore(node: ChildNode): boolean {
  for (let before = node.previousSibling; before; before = before.previousSibling)
    if (before.textContent?.trim()) return true
  return false
}

/** With the line that is drawn above it. */
function withLine(start: ChildNode): ChildNode {
  let before = start.previousSibling
  while (before?.nodeType === Node.TEXT_NODE && !before.nodeValue?.trim()) before = before.previousSibling
  return before?.nodeName === 'HR' ? before : start
}

function folded(word: string): HTMLDetailsElement {
  const details = document.createElement('details')
  const summary = document.createElement('summary')
  summary.textContent = word
  details.append(summary)
  return details
}
