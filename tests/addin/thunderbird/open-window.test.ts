import { afterEach, expect, it, vi } from 'vitest'
import { openWindow } from '../../../addin/thunderbird/open-window.ts'

const create = vi.fn()

afterEach(() => {
  create.mockReset()
  vi.unstubAllGlobals()
})

/** What is asked of Thunderbird for a window of 440 by 760 where this much of the screen is free. */
function askedOn(availWidth: number, availHeight: number) {
  vi.stubGlobal('screen', { availWidth, availHeight })
  vi.stubGlobal('messenger', { windows: { create } })
  void openWindow('pop-out.html', { width: 440, height: 760 })
  return create.mock.lastCall?.[0]
}

it('is as large as it wants to be', () => {
  expect(askedOn(1920, 1040)).toEqual({ type: 'popup', url: 'pop-out.html', width: 440, height: 760 })
})

it('leaves room for its title and the desktop’s bar on a small screen', () => {
  expect(askedOn(800, 560)).toMatchObject({ width: 440, height: 520 })
})
