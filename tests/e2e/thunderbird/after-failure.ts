import path from 'node:path'
import { afterEach } from 'vitest'
import { pictures, type World } from './world.ts'

/** Keeps a picture of what a failed story left on screen, and leaves nothing of it to the next one. */
export function tidyAfterFailure(open: () => World) {
  afterEach(async ({ task }) => {
    if (task.result?.state !== 'fail') return
    const world = open()
    await world.thunderbird.screenshot(path.join(pictures, `failed-${task.name.replace(/\W+/g, '-')}.png`))
    await world.tidy()
  })
}
