/** What a sender can write on the root of his mail to make the panel dead, hidden or unheard: it hangs on the root. */
const attributes = ['inert', 'hidden', 'popover', 'aria-hidden', 'contenteditable']
/** What decides where the root ends and whether it is drawn; important words of a style attribute outweigh every rule. */
const properties = [
  'margin',
  'margin-right',
  'margin-inline',
  'margin-inline-end',
  'margin-inline-start',
  'width',
  'inline-size',
  'min-width',
  'min-inline-size',
  'max-width',
  'max-inline-size',
  'display',
  'content-visibility',
  'zoom',
  'all',
]

/** Takes from the mail's root whatever would reach the panel, now and when more of the mail arrives. */
export function tameRoot(root: HTMLElement): void {
  tame(root)
  // A second <html> in the midst of a mail gives its attributes to the first.
  new MutationObserver(() => tame(root)).observe(root, { attributes: true, attributeFilter: [...attributes, 'style'] })
}

function tame(root: HTMLElement): void {
  for (const name of attributes) root.removeAttribute(name)
  for (const name of properties)
    if (root.style.getPropertyPriority(name) === 'important') root.style.removeProperty(name)
}
