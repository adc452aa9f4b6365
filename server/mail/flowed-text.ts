/**
 * Joins the lines that format=flowed (RFC 3676) wrapped, each depth of quotation for itself, so that quoted
 * paragraphs stay marked as quoted.
 */
export function unfoldFlowed(text: string, { deletesBlank }: { deletesBlank: boolean }): string {
  const paragraphs: string[] = []
  let pieces: string[] = []
  let openDepth = -1

  for (const line of text.split(/\r?\n/)) {
    const depth = /^>*/.exec(line)?.[0].length ?? 0
    const content = line.slice(depth).replace(/^ /, '')
    const isSignature = content === '-- '
    if (depth !== openDepth || isSignature) closeParagraph()
    const flows = content.endsWith(' ') && !isSignature
    pieces.push(pieces.length === 0 && depth > 0 ? `${'>'.repeat(depth)} ${content}` : content)
    openDepth = depth
    if (flows && deletesBlank) pieces.push(pieces.pop()?.slice(0, -1) ?? '')
    if (!flows) closeParagraph()
  }
  closeParagraph()
  return paragraphs.join('\n')

  function closeParagraph() {
    if (pieces.length > 0) paragraphs.push(pieces.join(''))
    pieces = []
    openDepth = -1
  }
}
