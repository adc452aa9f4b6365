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
  'all',
]
/**
 * What draws the root, and the panel with it, at its usual size. Held in the style attribute: the mail's own rules may be as
 * important and as weighty as they like, and in layers, and still stand behind it.
 */
const held = { display: 'block', 'content-visibility': 'visible', zoom: '1' }

/** Takes from the mail's root whatever would reach the panel, and keeps it drawn, now and when more of the mail arrives. */
export function tameRoot(root: HTMLElement): void {
  tame(root)
  // A second <html> in the midst of a mail gives its attributes to the first.
  new MutationObserver(() => tame(root)).observe(root, { attributes: true, attributeFilter: [...attributes, 'style'] })
}

function tame(root: HTMLElement): void {
  for (const name of attributes) root.removeAttribute(name)
  for (const name of properties)
    if (root.style.getPropertyPriority(name) === 'important') root.style.removeProperty(name)
  for (const [name, value] of Object.entries(held)) hold(root, name, value)
}

/** Only what is not so already: each change is heard of by the observer. */
function hold({ style }: HTMLElement, name: string, value: string): void {
  if (style.getPropertyValue(name) !== value || style.getPropertyPriority(name) !== 'important')
    style.setProperty(name, value, 'important')
}
