import { expect, it } from 'vitest'
import { cleaningWindow, openCleaningRoom } from '../../../addin/file/cleaning-room.ts'

const inWindow = {}

/** Opens the room and lets its frame end up with `inside`, which is null where the browser shows an error of its own. */
async function openWith(inside: Document | null): Promise<void> {
  const opened = openCleaningRoom()
  const frame = document.body.querySelector('iframe')
  if (!frame) throw new Error('no frame was opened')
  Object.defineProperties(frame, { contentDocument: { value: inside }, contentWindow: { value: inWindow } })
  frame.dispatchEvent(new Event('load'))
  await opened
}

it('cleans in its own window where the room is an error page, and tries again for the next mail', async () => {
  await openWith(null)

  expect(cleaningWindow()).toBe(window)
  expect(document.querySelector('iframe')).toBe(null)

  await openWith(document.implementation.createHTMLDocument())

  expect(cleaningWindow()).toBe(inWindow)
})
