/** Less the desktop's title above the window. */
const TITLE = 40

/**
 * Opens one of the extension's pages in a window of its own, of this size where the screen has the room: what stands at
 * the lower edge, where the buttons are, must not lie behind the desktop's bar.
 */
export function openWindow(url: string, { width, height }: { width: number; height: number }) {
  const { availWidth, availHeight } = globalThis.screen
  const size = { width: Math.min(width, availWidth), height: Math.min(height, availHeight - TITLE) }
  return messenger.windows.create({ type: 'popup', ...size, url })
}
