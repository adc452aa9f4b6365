/** More would only be thrown away by whoever looks for a signature. */
const LONGEST = 500_000

/** The words of a mail's HTML: lines stay lines, quotations get their marks; nothing of the mail is drawn, run or loaded. */
export function withoutMarkup(html: string): string {
  const page = new DOMParser().parseFromString(
    html.slice(0, LONGEST).replace(/<(?:br|\/p|\/div|\/tr|\/li|\/h\d)\b[^<>]*>/gi, '$&\n'),
    'text/html',
  )
  for (const unread of page.querySelectorAll('style, script')) unread.remove()
  // What stands in another is marked with it.
  for (const quoted of page.querySelectorAll('blockquote'))
    if (!quoted.parentElement?.closest('blockquote'))
      quoted.textContent = `\n${(quoted.textContent ?? '').replace(/^/gm, '> ')}\n`
  return page.body.textContent ?? ''
}
