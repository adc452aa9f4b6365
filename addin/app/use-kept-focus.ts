import { useEffect } from 'preact/hooks'

const REACHABLE =
  'a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), textarea:not(:disabled), summary, [tabindex="0"]'
/** Within these the search for a neighbour ends; what lies beyond is about something else. */
const PLACE = 'section, aside, dialog, main, header.masthead, .toast-region'
/** One thing of many, on which the same can be done as on its neighbours. */
const ROW = 'li, tr'

/** Where something was that is there no longer. */
interface Gap {
  parent: Element
  next: Element | null
  previous: Element | null
}

/**
 * Many an act takes away the very button that did it: a row that is done with, a step that was taken, the last page of a
 * list. The focus then goes to what stands nearest, else to the heading above, and is never lost on the page as a whole.
 * Of another row it takes the link or the row itself, never a button: a second press of the same key would do to that row
 * what was meant for the first alone.
 */
export function useKeptFocus() {
  useEffect(keepFocus, [])
}

function keepFocus(): () => void {
  let held: Element | null = null
  const isLost = () =>
    document.activeElement === document.body || (document.activeElement === held && held?.matches(':disabled'))

  const observer = new MutationObserver(records => {
    if (!held || !isLost()) return
    const gap = records.map(record => held && gapOf(record, held)).findLast(one => one?.parent.isConnected)
    // Whoever knows better where the focus belongs has said so by then.
    requestAnimationFrame(() => isLost() && gap && nearest(gap)?.focus({ preventScroll: true }))
  })
  const note = (event: FocusEvent) => {
    held = event.target instanceof Element ? event.target : null
  }
  // A press on nothing lets go on purpose.
  const forget = () => {
    held = null
  }
  observer.observe(document.body, { childList: true, subtree: true, attributeFilter: ['disabled'] })
  document.addEventListener('focusin', note)
  document.addEventListener('pointerdown', forget, { capture: true })
  return () => {
    observer.disconnect()
    document.removeEventListener('focusin', note)
    document.removeEventListener('pointerdown', forget, { capture: true })
  }
}

/** The gap that a change left where the held element was; null when it was about something else. */
function gapOf(record: MutationRecord, held: Element): Gap | null {
  const { target, removedNodes, nextSibling, previousSibling } = record
  if (record.type === 'attributes') return target === held ? gapAt(held) : null
  if (!(target instanceof Element) || ![...removedNodes].some(node => node.contains(held))) return null
  return {
    parent: target,
    next: elementFrom(nextSibling, 'nextElementSibling'),
    previous: elementFrom(previousSibling, 'previousElementSibling'),
  }
}

function gapAt(element: Element): Gap | null {
  const { parentElement, nextElementSibling, previousElementSibling } = element
  return parentElement && { parent: parentElement, next: nextElementSibling, previous: previousElementSibling }
}

function elementFrom(node: Node | null, way: 'nextElementSibling' | 'previousElementSibling'): Element | null {
  if (node instanceof Element) return node
  return node instanceof CharacterData ? node[way] : null
}

/** What can be reached nearest to a gap: after it, else before it, else further out, else the heading of its place. */
function nearest({ parent, next, previous }: Gap): HTMLElement | undefined {
  // What stood beside it may have gone with it, and something else may have come in its place.
  const from = next?.isConnected ? next : previous?.isConnected ? previous.nextElementSibling : parent.firstElementChild
  for (let at = from; at; at = at.nextElementSibling) {
    const [first] = reachable(at)
    if (first) return landing(first, parent)
  }
  for (let at = previous; at; at = at.previousElementSibling) {
    const last = reachable(at).at(-1)
    if (last) return landing(last, parent)
  }
  if (parent instanceof HTMLElement && parent.matches(ROW)) return asPlace(parent)
  const outer = parent.matches(PLACE) ? null : gapAt(parent)
  return outer ? nearest(outer) : headingOf(parent)
}

/** Where the focus may stand when this is nearest: in the row of the gap anywhere, in another one on its link or as a whole. */
function landing(found: HTMLElement, gap: Element): HTMLElement {
  const row = found.closest<HTMLElement>(ROW)
  if (!row || row.contains(gap)) return found
  return reachable(row).find(one => one.matches('a')) ?? asPlace(row)
}

function reachable(element: Element): HTMLElement[] {
  const all = [element, ...element.querySelectorAll(REACHABLE)].filter(one => one.matches(REACHABLE))
  // A tab that is not chosen is reached by arrows only.
  return all.filter(one => one instanceof HTMLElement && one.tabIndex >= 0 && one.checkVisibility()) as HTMLElement[]
}

function headingOf(place: Element): HTMLElement | undefined {
  const scope = place.closest('dialog') ?? document
  const heading = place.querySelector<HTMLElement>('h2') ?? scope.querySelector<HTMLElement>('h1, h2')
  return heading ? asPlace(heading) : undefined
}

/** Something that is read out when the focus comes to it, and that no key does anything to. */
function asPlace(element: HTMLElement): HTMLElement {
  element.tabIndex = -1
  return element
}
