/** Functions about windows, tabs and looks; they run inside Thunderbird like those of `inside-thunderbird.ts`. */
import type { Tools } from './inside-thunderbird.ts'

// biome-ignore-start lint/suspicious/noExplicitAny: Thunderbird's internals have no published types.
declare const Services: any
declare const document: any

/** Has the whole program change between day and night, as the desktop does. */
export async function setLook(_tools: Tools, look: 'light' | 'dark'): Promise<void> {
  Services.prefs.setIntPref('ui.systemUsesDarkTheme', look === 'dark' ? 1 : 0)
}

/** Puts folders, list and mail into the order that the user has chosen. */
export async function setLayout(_tools: Tools, layout: 'classic' | 'wide' | 'vertical'): Promise<void> {
  Services.prefs.setIntPref('mail.pane_config.dynamic', ['classic', 'wide', 'vertical'].indexOf(layout))
}

/** Leaves one tab only: that of the mail. */
export async function closeTabs(_tools: Tools): Promise<void> {
  const tabs = document.getElementById('tabmail')
  for (const tab of tabs.tabInfo.slice(1)) tabs.closeTab(tab)
}

/** Closes every window but the main one. */
export async function closeWindows(tools: Tools): Promise<void> {
  // Those that stand on a screen only: the watcher of all windows knows of the extension's background as well.
  const kind = (one: any) => one.document.documentElement.getAttribute('windowtype')
  const others = () => [...Services.wm.getEnumerator(null)].filter((one: any) => kind(one) !== 'mail:3pane')
  for (const window of others()) window.close()
  await tools
    .until('the other windows to be closed', () => others().length === 0)
    .catch(error => Promise.reject(Error(`${error.message}, but: ${others().map(one => one.location.href)}`)))
}
// biome-ignore-end lint/suspicious/noExplicitAny: see above
