import { say } from '../run/steps.ts'
import { openWorld } from './open-world.ts'
import { play } from './play.ts'
import { tableOf } from './print-table.ts'
import { settle } from './settle.ts'
import { STORY_BEGINS, story, tell } from './story.ts'

/** `node tests/truth/run.ts`: tells a made-up company's mail to a fresh server and prints what went where. */
const world = await openWorld(STORY_BEGINS)
try {
  const judged = await play(story, tell(story), world, await settle(world))
  for (const line of tableOf(judged)) say(line)
} finally {
  await world.close()
}
