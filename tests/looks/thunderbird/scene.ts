import { closeTabs, closeWindows } from '../../e2e/thunderbird/inside-windows.ts'
import { until } from '../../e2e/thunderbird/until.ts'
import type { Stage } from './stage.ts'

/** One state of Thunderbird with Lupa in it. */
export interface Scene {
  /** Brings it on screen. */
  play(stage: Stage): Promise<void>
  /** Which window is drawn, where it is not the main one. */
  window?: string
  /** Undoes what it changed, beyond the windows and tabs that it opened. */
  leave?(stage: Stage): Promise<void>
}

/** Puts away every window and tab that a scene left. */
export async function tidy({ thunderbird }: Stage): Promise<void> {
  await thunderbird.privileged(closeWindows)
  await thunderbird.privileged(closeTabs)
}

/** Opens a mail and waits for its panel to read so. */
export async function openMail({ thunderbird }: Stage, messageId: string, words: string): Promise<void> {
  await thunderbird.open(messageId)
  await thunderbird.panelShows(words)
}

/** Waits until the panel has nothing left to wait for. */
export async function settled({ thunderbird }: Stage): Promise<void> {
  const isBusy = () => thunderbird.inMessage(holdsSkeleton, 'lupa-panel')
  await until('the panel to be complete', async () => !(await isBusy()))
}

function holdsSkeleton(host: string): boolean {
  // biome-ignore lint/suspicious/noExplicitAny: sees through closed shadow roots, which pages cannot.
  const within = (root: any): boolean =>
    root.querySelector('.skeleton') !== null ||
    [...root.querySelectorAll('*')].some(one => one.openOrClosedShadowRoot && within(one.openOrClosedShadowRoot))
  // biome-ignore lint/suspicious/noExplicitAny: as above
  const panel = (document.querySelector(host) as any)?.openOrClosedShadowRoot
  return Boolean(panel) && within(panel)
}
