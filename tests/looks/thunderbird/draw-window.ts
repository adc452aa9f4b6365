/**
 * Functions that run inside Thunderbird with full privilege, and draw there. Their text is sent there, so each one uses
 * only its arguments, Thunderbird's globals and the `tools` that come first.
 */
import type { Tools } from '../../e2e/thunderbird/inside-thunderbird.ts'

// biome-ignore-start lint/suspicious/noExplicitAny: Thunderbird's internals have no published types.
declare const Services: any
declare const document: any

/** A drawn window: a PNG data URL, the title that the desktop would put above it, and its measures. */
export interface Drawn {
  picture: string
  title: string
  width: number
  height: number
}

/**
 * Draws the newest window of this kind (`mail:3pane`, `msgcompose`), name, or with this page in it, as the user sees it:
 * with the pop-up that hangs from it, which is a window of its own and no part of it, and its title above.
 */
export async function drawWindow(tools: Tools, which: string): Promise<Drawn> {
  const within = (one: any) => [...one.document.querySelectorAll('browser')]
  const isIt = (one: any) =>
    one.name === which ||
    one.document.documentElement.getAttribute('windowtype') === which ||
    within(one).some((browser: any) => browser.currentURI?.spec.includes(which))
  const window = await tools.until(`a window ${which}`, () =>
    [...Services.ww.getWindowEnumerator()]
      .filter((one: any) => one.document.readyState === 'complete' && isIt(one))
      .at(-1),
  )
  const title = window.document.title
  const isMain = which === 'mail:3pane'
  const head = isMain ? 0 : 28
  const canvas = document.createElementNS('http://www.w3.org/1999/xhtml', 'canvas')
  canvas.width = window.innerWidth
  canvas.height = window.innerHeight + head
  const pencil = canvas.getContext('2d')
  pencil.fillStyle = '#888'
  pencil.fillRect(0, 0, canvas.width, head)
  pencil.fillStyle = '#fff'
  pencil.font = '13px sans-serif'
  pencil.fillText(title, 10, 18, canvas.width - 20)
  pencil.drawImage(await window.browsingContext.currentWindowGlobal.drawSnapshot(null, 1, 'white'), 0, head)
  for (const panel of window.document.querySelectorAll('panel')) {
    const browser = panel.state === 'open' ? panel.querySelector('browser') : null
    if (!browser) continue
    const popUp = await browser.browsingContext.currentWindowGlobal.drawSnapshot(null, 1, 'white')
    const left = Math.min(browser.screenX - window.mozInnerScreenX, canvas.width - popUp.width - 1)
    const top = browser.screenY - window.mozInnerScreenY + head
    pencil.strokeRect(left - 0.5, top - 0.5, popUp.width + 1, popUp.height + 1)
    pencil.drawImage(popUp, left, top)
  }
  const { width, height } = canvas
  return { picture: canvas.toDataURL(), title, width, height }
}

/** Keeps pop-ups open that the user would have open while looking. */
export async function keepPopUps(_tools: Tools): Promise<void> {
  Services.prefs.setBoolPref('ui.popup.disable_autohide', true)
}

/** Makes the main window so large. */
export async function resizeMain(tools: Tools, width: number, height: number): Promise<void> {
  const window = Services.wm.getMostRecentWindow('mail:3pane')
  window.resizeTo(width, height)
  await tools.until(`a window of ${width}`, () => window.innerWidth === width)
}
// biome-ignore-end lint/suspicious/noExplicitAny: see above
