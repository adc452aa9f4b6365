/**
 * Functions that run in the document that holds the panel. Their text is sent there, so each one uses only its
 * arguments and the document's globals.
 */

/** The centre of an element in the document's own coordinates. */
export interface Spot {
  x: number
  y: number
}

interface PrivilegedElement extends Element {
  openOrClosedShadowRoot: ShadowRoot | null
}

declare const document: Document
declare const getComputedStyle: (element: Element) => CSSStyleDeclaration

/** Everything that can be read in the panel, or null while it is not drawn. */
export function readPanel(hostName: string): string | null {
  const text = (node: Node): string => {
    if (node.nodeType !== 1) return node.nodeType === 3 ? (node.textContent ?? '') : ''
    const element = node as PrivilegedElement
    if (element.localName === 'style' || !element.checkVisibility()) return ''
    // A foldable part has a shadow of the browser's own, which holds no words.
    const own = element.localName === 'details' ? null : element.openOrClosedShadowRoot
    const inner = [...(own ?? element).childNodes].map(text).join('')
    return getComputedStyle(element).display.startsWith('inline') ? inner : ` ${inner} `
  }
  const host = document.querySelector(hostName)
  return host && text(host).replace(/\s+/g, ' ').trim()
}

/** Brightness, 0 to 255, of the panel's ground and of the words that stand on it. */
export function brightness(hostName: string): { ground: number; words: number } {
  const host = document.querySelector(hostName) as PrivilegedElement
  const section = host.openOrClosedShadowRoot?.querySelector('section') as Element
  const [ground = Number.NaN, words = Number.NaN] = ['backgroundColor', 'color'].map(property => {
    const colour = getComputedStyle(section)[property as 'color']
    const [red = 0, green = 0, blue = 0] = (colour.match(/[\d.]+/g) ?? []).map(Number)
    return red * 0.299 + green * 0.587 + blue * 0.114
  })
  return { ground, words }
}

/** The centre of the visible element with this role and accessible name, or null when there is none. */
export function locate(hostName: string | null, role: string, name: string): Spot | null {
  const roles: Record<string, string> = {
    button: 'button, summary, input[type=submit]',
    link: 'a[href]',
    textbox: 'textarea, input:not([type]), input[type=text], input[type=email], input[type=url], input[type=password]',
    searchbox: 'input[type=search]',
    combobox: 'select',
    checkbox: 'input[type=checkbox]',
    heading: 'h1, h2, h3, h4, h5, h6',
  }
  const everything = (root: ParentNode): Element[] =>
    [...root.querySelectorAll('*')].flatMap(element => {
      const inner = (element as PrivilegedElement).openOrClosedShadowRoot
      return inner ? [element, ...everything(inner)] : [element]
    })
  const roleOf = (element: Element) =>
    element.getAttribute('role') ?? Object.keys(roles).find(key => element.matches(roles[key] ?? ''))
  const nameOf = (element: Element) => {
    const labels = 'labels' in element ? [...((element as HTMLInputElement).labels ?? [])] : []
    const label = labels.map(one => one.textContent).join(' ')
    const words = element.getAttribute('aria-label') ?? (label || element.textContent || element.getAttribute('title'))
    return (words ?? '').replace(/\s+/g, ' ').trim()
  }

  const root = hostName
    ? (document.querySelector(hostName) as PrivilegedElement | null)?.openOrClosedShadowRoot
    : document
  if (!root) return null
  const found = everything(root).find(element => {
    const box = element.getBoundingClientRect()
    return box.width > 0 && box.height > 0 && roleOf(element) === role && nameOf(element) === name
  })
  if (!found) return null
  found.scrollIntoView({ block: 'nearest' })
  const box = found.getBoundingClientRect()
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}
