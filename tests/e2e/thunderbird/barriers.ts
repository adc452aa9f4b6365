import { axeSource } from '../../support/axe.ts'
import * as inside from './inside-thunderbird.ts'
import { setLook } from './inside-windows.ts'
import type { Thunderbird } from './thunderbird.ts'
import { until } from './until.ts'

/** Where something of ours is on screen: the docked panel, the page in the current tab, or a page of the extension. */
export type Surface = 'panel' | 'tab' | `${string}.html`

/** What axe finds wrong there by day and by night, one line each. */
export async function barriersIn(thunderbird: Thunderbird, surface: Surface): Promise<string[]> {
  const found: string[] = []
  for (const look of ['light', 'dark'] as const) {
    await thunderbird.privileged(setLook, look)
    await until(`${surface} to be ${look}`, () => run(thunderbird, surface, isLook.toString(), [look]))
    // A mail may be drawn anew while it is judged.
    const lines = await until(`axe to judge ${surface}`, () => judged(thunderbird, surface))
    found.push(...lines.map(line => `${look}: ${line}`))
  }
  return found
}

async function judged(thunderbird: Thunderbird, surface: Surface): Promise<string[]> {
  return (await run(thunderbird, surface, judge(surface), [surface === 'panel' ? 'lupa-panel' : null])) as string[]
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

/** A function's text with axe in it, for a page's own policy lets nothing be evaluated. */
function judge(surface: Surface): string {
  const axe = surface === 'panel' ? axeForPanel : axeSource
  return `async host => {
    ${axe};
    const ending = document.getAnimations().filter(one => one.effect?.getComputedTiming().iterations !== Infinity)
    await Promise.allSettled(ending.map(one => one.finished))
    const where = host ? document.querySelector(host) : document
    // What is scrolled out of sight cannot be judged.
    const pane = host ? where.openOrClosedShadowRoot.querySelector('section') : document.getElementById('pane')
    if (pane) pane.style.blockSize = 'max-content'
    // Addresses of the application are no places in the mail or in the page of the extension.
    const rules = { 'skip-link': { enabled: ${surface === 'tab'} } }
    const { violations, passes, incomplete } = await window.axe.run(where, { preload: false, rules })
    const contrast = ({ id }) => id === 'color-contrast'
    if (!passes.some(contrast)) return ['the contrast of no words was judged']
    const isWord = ({ any: [check] }) => check?.data?.messageKey !== 'shortTextContent'
    const unjudged = incomplete.filter(contrast).map(({ id, nodes }) => ({ id: id + ' unjudged', nodes: nodes.filter(isWord) }))
    return [...violations, ...unjudged].flatMap(({ id, nodes }) => nodes.map(node => id + ': ' + node.html.slice(0, 160)))
  }`
}

function isLook(look: string): boolean {
  return matchMedia(`(prefers-color-scheme: ${look})`).matches
}
