import DOMPurify from 'dompurify'
import { cleaningWindow } from './cleaning-room.ts'
import { cleanStyle } from './mail-style.ts'

/** A mail's HTML without anything that runs, loads or leads astray. */
export interface CleanMail {
  fragment: DocumentFragment
  /** Where a mail program marked that the answered mail begins, in whichever language. */
  olderAt: ReadonlySet<Node>
  /** The pictures that the mail wanted from the net and did not get. */
  blocked: string[]
}

const tags =
  'a abbr address article aside b bdi bdo big blockquote br caption center cite code col colgroup dd del details dfn div dl dt em figcaption figure font footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd li main mark nav ol p pre q s samp section small span strike strong sub summary sup table tbody td tfoot th thead time tr tt u ul var wbr'.split(
    ' ',
  )
const attributes =
  'align alt bgcolor border cellpadding cellspacing cite color colspan dir face height href hspace lang nowrap rowspan size src start style title type valign vspace width'.split(
    ' ',
  )

const safeLink = /^(?:https?:\/\/|mailto:|tel:)/i
const remote = /^\s*(?:https?:)?\/\//i
const embedded = /^data:image\/(?:png|jpeg|gif|webp);base64,[\w+/=\s]+$/i

/**
 * Cleans the HTML of a mail for its frame. Pictures that came with it are put in, by their Content-ID; those from the net
 * only where they were fetched already, by their address, because loading one tells its sender who reads, when and where.
 */
export function cleanMail(html: string, pictures: ReadonlyMap<string, string>): CleanMail {
  const purify = DOMPurify(cleaningWindow())
  const blocked: string[] = []
  const olderAt = new Set<Node>()
  purify.addHook('beforeSanitizeAttributes', node => {
    if (isOutlooksMark(node)) olderAt.add(node)
    // Outlook writes each line as a paragraph and blank ones between; that they stand close is said where we do not look.
    if (node.nodeName === 'P' && /\bMso(?:Normal|PlainText|NoSpacing)\b/.test(node.getAttribute('class') ?? ''))
      node.setAttribute('style', `margin:0;${node.getAttribute('style') ?? ''}`)
  })
  purify.addHook('uponSanitizeAttribute', (node, data) => {
    if (data.attrName === 'style') {
      data.attrValue = cleanStyle(data.attrValue)
      data.keepAttr = data.attrValue !== ''
    } else if (data.attrName === 'src') {
      const picture = pictureOf(data.attrValue, pictures)
      if (!picture && remote.test(data.attrValue)) blocked.push(data.attrValue.trim())
      data.keepAttr = node.nodeName === 'IMG' && picture !== null
      data.attrValue = picture ?? ''
    } else if (data.attrName === 'href') {
      data.keepAttr = node.nodeName === 'A' && safeLink.test(data.attrValue.trim())
    }
  })
  const fragment = purify.sanitize(html, {
    ALLOWED_TAGS: tags,
    ALLOWED_ATTR: attributes,
    ALLOW_DATA_ATTR: false,
    ALLOW_ARIA_ATTR: false,
    RETURN_DOM_FRAGMENT: true,
  })
  for (const link of fragment.querySelectorAll('a[href]')) {
    link.setAttribute('target', '_blank')
    link.setAttribute('rel', 'noopener noreferrer')
  }
  for (const image of fragment.querySelectorAll('img:not([src])')) image.replaceWith(image.getAttribute('alt') ?? '')
  return { fragment, olderAt, blocked }
}

/** Where Outlook begins the answered mail: on the web it names the block, on Windows it draws a line of its own above it. */
export function isOutlooksMark(node: Element): boolean {
  if (/^(?:x_)*divRplyFwdMsg$/.test(node.id)) return true
  const style = node.getAttribute?.('style') ?? ''
  return node.nodeName === 'DIV' && /border-top:\s*solid #(?:E1E1E1|B5C4DF) 1\.0pt/i.test(style)
}

function pictureOf(source: string, pictures: ReadonlyMap<string, string>): string | null {
  const wanted = source.trim()
  if (embedded.test(wanted)) return wanted
  if (remote.test(wanted)) return pictures.get(wanted) ?? null
  const [, contentId] = /^cid:(.+)$/i.exec(wanted) ?? []
  return (contentId && pictures.get(contentId)) ?? null
}
