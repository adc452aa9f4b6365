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
    const lines = await run(thunderbird, surface, judge(surface), [surface === 'panel' ? 'lupa-panel' : null])
    found.push(...(lines as string[]).map(line => `${look}: ${line}`))
  }
  return found
}

function run({ privileged }: Thunderbird, surface: Surface, source: string, args: unknown[]): Promise<unknown> {
  if (surface === 'panel') return privileged(inside.runInMessage, source, args)
  if (surface === 'tab') return privileged(inside.runInTabPage, source, args)
  return privileged(inside.runInExtension, 'lupa@lupa.addon', surface, source, args)
}

/** A function's text with axe in it, for a page's own policy lets nothing be evaluated. The panel's roots are closed to others. */
function judge(surface: Surface): string {
  const axe = surface === 'panel' ? axeSource.replaceAll('.shadowRoot', '.openOrClosedShadowRoot') : axeSource
  return `async host => {
    ${axe};
    const ending = document.getAnimations().filter(one => one.effect?.getComputedTiming().iterations !== Infinity)
    await Promise.allSettled(ending.map(one => one.finished))
    const where = host ? document.querySelector(host) : document
    const { violations, passes } = await window.axe.run(where, { resultTypes: ['violations'], preload: false })
    if (passes.length === 0) return ['nothing was judged']
    return violations.flatMap(({ id, nodes }) => nodes.map(node => id + ': ' + node.html.slice(0, 160)))
  }`
}

function isLook(look: string): boolean {
  return matchMedia(`(prefers-color-scheme: ${look})`).matches
}
