import { cleanMail } from '../../../addin/file/clean-mail.ts'

/** What of a mail would run, load or stay wrongly. */
export interface Judged {
  /** By their number among those that were given. */
  ran: number[]
  /** Tags and attributes that are never left in a cleaned mail. */
  left: string[]
  /** The part of their words that stayed, from 0 to 1. */
  kept: number
}

declare global {
  interface Window {
    ranBy?: Set<number>
    judgeMails: typeof judgeMails
  }
}

const never =
  'script, style, iframe, object, embed, svg, math, form, input, button, select, textarea, link, meta, base, template, noscript, video, audio, source'

/**
 * Cleans mails and shows each in a frame of its own that may run and load whatever it finds, which the product's frame may
 * not: here the cleaning stands alone, or not even that. Each calls `top.ranBy.add(its number)` if it can.
 */
async function judgeMails(mails: string[], waitMs: number, isCleaned = true): Promise<Judged> {
  window.ranBy = new Set()
  const left = new Set<string>()
  let words = 0
  let kept = 0
  const frames = mails.map(html => {
    const fragment = isCleaned ? cleanMail(html, new Map()).fragment : document.createDocumentFragment()
    for (const node of fragment.querySelectorAll('*')) {
      if (node.matches(never)) left.add(node.nodeName)
      for (const { name, value } of node.attributes)
        if (
          /^on|^(?:srcdoc|action|formaction|ping|background|id|class|name)$/i.test(name) ||
          /^\s*(?:java|vb)script:/i.test(value)
        )
          left.add(`${node.nodeName} ${name}=${value}`)
    }
    const before = wordsOf(new DOMParser().parseFromString(html, 'text/html').body)
    const after = new Set(wordsOf(fragment))
    words += before.length
    kept += before.filter(word => after.has(word)).length
    const frame = document.createElement('iframe')
    document.body.append(frame)
    if (isCleaned) frame.contentDocument?.body.append(frame.contentDocument.importNode(fragment, true))
    else frame.contentDocument?.write(html)
    return frame
  })
  await new Promise(resolve => setTimeout(resolve, waitMs))
  for (const frame of frames) frame.remove()
  return { ran: [...window.ranBy], left: [...left], kept: words === 0 ? 1 : kept / words }
}

/** The words that a reader sees: what stands in scripts, styles and the like he never did. */
function wordsOf(root: Node): string[] {
  const words: string[] = []
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    if (
      !node.parentElement?.closest(
        'script, style, title, noscript, template, iframe, textarea, xmp, svg, math, select, option, button, noembed, noframes',
      )
    )
      words.push(...(node.textContent?.match(/[\p{L}\p{N}]+/gu) ?? []))
  return words
}

window.judgeMails = judgeMails
