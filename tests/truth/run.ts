import { say } from '../run/steps.ts'
import { figuresOf, isHeld } from './figures.ts'
import { openWorld } from './open-world.ts'
import { play } from './play.ts'
import { playSample } from './play-sample.ts'
import { tableOf } from './print-table.ts'
import { settle } from './settle.ts'
import { STORY_BEGINS, story, tell } from './story.ts'

/**
 * `npm run truth`: lets two made-up companies' mail come in on fresh servers and prints what went where, beside what is true
 * by its story. The sample company's figures are held; those of the other, whose mails were written without knowledge of the
 * code, are only told.
 */
const [mails] = process.argv.slice(2)
const sample = await playSample(mails ? { mails: Number(mails) } : {})
say('The sample company\n')
for (const line of tableOf(sample)) say(line)
process.exitCode = isHeld(figuresOf(sample)) ? 0 : 1

const world = await openWorld(STORY_BEGINS)
try {
  const judged = await play(story, tell(story), world, await settle(world))
  say('\nIndependent mails\n')
  for (const line of tableOf(judged)) say(line)
} finally {
  await world.close()
}
