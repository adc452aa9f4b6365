import { axeSource } from '../../support/axe.ts'
import * as inside from './inside-thunderbird.ts'
import { setLook } from './inside-windows.ts'
import type { Thunderbird } from './thunderbird.ts'
import { until } from './until.ts'

/** Where something of ours is on screen: the docked panel, the page in the current tab, or a page of the extension. */
export type Surface = 'panel' | 'tab' | `${string}.html`

/** What axe finds wrong there by day and by night, one line each, once `words` can be read there. */
export async function barriersIn(thunderbird: Thunderbird, surface: Surface, words: string): Promise<string[]> {
  const found: string[] = []
  for (const look of ['light', 'dark'] as const) {
    await thunderbird.privileged(setLook, look)
    await until(`${surface} to be ${look}`, () => run(thunderbird, surface, isLook.toString(), [look]))
    // Thunderbird draws a mail anew when its look changes, also while it is judged; an empty panel has no barriers.
    const lines = await until(`axe to judge ${surface}`, () => judged(thunderbird, surface, words))
    found.push(...lines.map(line => `${look}: ${line}`))
  }
  return found
}

async function judged(thunderbird: Thunderbird, surface: Surface, words: string): Promise<string[] | null> {
  const host = surface === 'panel' ? 'lupa-panel' : null
  return (await run(thunderbird, surface, judge(surface), [host, words])) as string[] | null
}

function run({ privileged }: Thunderbird, surface: Surface, source: string, args: unknown[]): Promise<unknown> {
  if (surface === 'panel') return privileged(inside.runInMessage, source, args)
  if (surface === 'tab') return privileged(inside.runInTabPage, source, args)
  return privileged(inside.runInExtension, 'lupa@lupa.addon', surface, source, args)
}

/** The panel's roots are closed to others, and it stands beside the mail's body, where axe would look for what lies behind words. */
const axeForPanel = axeSource
  .replaceAll('.shadowRoot', '.openOrClosedShadowRoot')
  .replaceAll('document.body', "document.querySelector('lupa-panel')")

/** Lays the whole panel out, for what is scrolled away or lies below the window in a fixed place counts as hidden, and hidden words pass. */
const laidOut = `:host { position: absolute !important; block-size: max-content !important } section { block-size: max-content }`

/** A function's text with axe in it, for a page's own policy lets nothing be evaluated. */
function judge(surface: Surface): string {
  const axe = surface === 'panel' ? axeForPanel : axeSource
  return `async (host, words) => {
    const where = host ? document.querySelector(host) : document
    const root = where?.openOrClosedShadowRoot
    const content = root?.querySelector('.body > div')?.openOrClosedShadowRoot
    if (!(host ? content : document.body)?.textContent.includes(words)) return null
    ${axe};
    const ending = document.getAnimations().filter(one => one.effect?.getComputedTiming().iterations !== Infinity)
    await Promise.allSettled(ending.map(one => one.finished))
    const page = document.getElementById('pane')
    if (page) page.style.blockSize = 'max-content'
    root?.append(Object.assign(document.createElement('style'), { textContent: '${laidOut}' }))
    // Addresses of the application are no places in the mail or in the page of the extension.
    const rules = { 'skip-link': { enabled: ${surface === 'tab'} } }
    const { violations, passes, incomplete } = await window.axe.run(where, { preload: false, rules, elementRef: true })
    const contrast = ({ id }) => id === 'color-contrast'
    if (!passes.some(contrast)) return ['the contrast of no words was judged']
    const passedUnseen = ({ element, any: [check] }) =>
      check?.data?.messageKey === 'hidden' && element.checkVisibility() && element.getBoundingClientRect().width > 1
    const named = ({ id, nodes }) => ({ id: id + ' unjudged', nodes })
    const unjudged = [
      ...incomplete.filter(contrast).map(named),
      ...passes.filter(contrast).map(({ id, nodes }) => named({ id, nodes: nodes.filter(passedUnseen) })),
    ]
    return [...violations, ...unjudged].flatMap(({ id, nodes }) => nodes.map(node => id + ': ' + node.html.slice(0, 160)))
  }`
}

function isLook(look: string): boolean {
  return matchMedia(`(prefers-color-scheme: ${look})`).matches
}
