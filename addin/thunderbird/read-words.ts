/** The words of a mail without markup, its own text parts only. */
export async function readWords(message: number): Promise<string> {
  const parts = await messenger.messages.listInlineTextParts(message)
  const plain = parts.filter(({ contentType }) => contentType === 'text/plain')
  // The plain part says the same as the one with markup, where there are both.
  if (plain.length > 0) return plain.map(({ content }) => content).join('\n')
  return parts.map(({ content }) => withoutMarkup(content)).join('\n')
}

/** Lines stay lines; nothing of the mail is drawn or loaded. */
function withoutMarkup(html: string): string {
  const page = new DOMParser().parseFromString(
    html.replace(/<(?:br|\/p|\/div|\/tr|\/li|\/h\d)\b[^<>]*>/gi, '$&\n'),
    'text/html',
  )
  for (const unread of page.querySelectorAll('style, script, blockquote')) unread.remove()
  return page.body.textContent ?? ''
}
