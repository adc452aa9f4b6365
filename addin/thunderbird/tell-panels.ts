import type { Telling } from '../host/thunderbird-question.ts'

/** Tells the panel of every tab. */
export async function tellPanels(telling: Telling): Promise<void> {
  const tabs = await messenger.tabs.query({})
  await Promise.all(tabs.map(tab => tellPanel(tab.id, telling)))
}

/** Tells the panels, and the extension's own windows. */
export async function tellEverybody(telling: Telling): Promise<void> {
  await Promise.all([tellPanels(telling), tellWindows(telling)])
}

/** Tells the extension's own windows. */
export async function tellWindows(telling: Telling): Promise<void> {
  // Nobody listens when no window is open, which Thunderbird reports as an error.
  await messenger.runtime.sendMessage(telling).catch(() => undefined)
}

/** Tells the panel of one tab, if it has one. */
export async function tellPanel(tabId: number | undefined, telling: Telling): Promise<void> {
  // A tab without a panel has nobody to receive this, which Thunderbird reports as an error.
  if (tabId !== undefined) await messenger.tabs.sendMessage(tabId, telling).catch(() => undefined)
}
