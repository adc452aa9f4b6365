import css from './dock.css?inline'
import { type DockState, dockWidth } from './dock-state.ts'
import { drawIcon } from './icon.ts'

const HOST = 'lupa-panel'

/** The parts of the panel's frame that others fill, listen to or arrange. */
export interface Frame {
  body: HTMLElement
  edge: HTMLElement
  toggle: HTMLButtonElement
  show(state: DockState): void
}

/** Draws the empty frame over the mail, out of reach of the mail's own styles; `claim` is told of it before it is shown. */
export function drawFrame(claim: (host: HTMLElement) => void): Frame {
  // What stands there is a leftover of an earlier version of the extension, or the sender's imitation.
  for (const other of document.querySelectorAll(HOST)) other.remove()
  const host = document.createElement(HOST)
  const root = host.attachShadow({ mode: 'closed' })
  const style = element('style', { textContent: css })

  const text = messenger.i18n.getMessage
  const toggle = element('button', { type: 'button', className: 'toggle' })
  const name = element('h1', { textContent: text('name') })
  const header = element('header', {})
  header.append(drawIcon('lupa'), name, toggle)
  const body = element('div', { className: 'body' })
  const edge = element('div', { className: 'edge', tabIndex: 0, role: 'separator', ariaOrientation: 'vertical' })
  edge.ariaLabel = text('resize')
  edge.ariaValueMin = String(dockWidth.least)
  edge.ariaValueMax = String(dockWidth.most)
  const section = element('section', { role: 'complementary', ariaLabel: text('name') })
  section.append(edge, header, body)

  root.append(style, section)
  host.popover = 'manual'
  document.documentElement.append(host)
  claim(host)
  // The top layer lies above everything that a mail can position.
  host.showPopover()

  return { body, edge, toggle, show: state => arrange({ section, edge, toggle }, state) }
}

function arrange(
  { section, edge, toggle }: { section: HTMLElement; edge: HTMLElement; toggle: HTMLButtonElement },
  { width, open }: DockState,
): void {
  section.classList.toggle('collapsed', !open)
  section.style.setProperty('--width', `${width}px`)
  edge.ariaValueNow = String(width)
  toggle.replaceChildren(drawIcon(open ? 'collapse' : 'expand'))
  toggle.ariaExpanded = String(open)
  toggle.title = messenger.i18n.getMessage(open ? 'collapse' : 'expand')
  toggle.ariaLabel = toggle.title
}

function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  properties: Partial<HTMLElementTagNameMap[Tag]>,
): HTMLElementTagNameMap[Tag] {
  return Object.assign(document.createElement(tag), properties)
}
