import { parseArgs } from 'node:util'
import { buildPages } from '../../server/cli/build-pages.ts'
import { say } from '../run/steps.ts'
import { openStage, type Stage } from './stage.ts'

/**
 * `npm run bench:pane -- --folder DIR`: from the click on a mail to its painted timeline, in Chromium with Microsoft's own
 * library or (`--program thunderbird`) in the real Thunderbird, beside the data set that `npm run bench -- --folder DIR` has made.
 */
const { values } = parseArgs({
  options: {
    program: { type: 'string', default: 'chromium' },
    folder: { type: 'string' },
    items: { type: 'string', default: '1000000' },
    clicks: { type: 'string', default: '60' },
  },
})

/** How the time is taken in each program; answers lines to print. */
const programs: Record<string, (stage: Stage, clicks: number) => Promise<string[]>> = {
  chromium: async (stage, clicks) => (await import('./pane-in-chromium.ts')).paneInChromium(stage, clicks),
  thunderbird: async (stage, clicks) => (await import('./pane-in-thunderbird.ts')).paneInThunderbird(stage, clicks),
}

const measure = programs[values.program]
if (!measure || !values.folder) {
  say(`usage: npm run bench:pane -- --program ${Object.keys(programs).join('|')} --folder DIR`)
  process.exit(2)
}
// The server looks for the pages once, when it starts.
await buildPages()
const stage = await openStage(values.folder, Number(values.items))
try {
  for (const line of await measure(stage, Number(values.clicks))) say(line)
} finally {
  await stage.stop()
}
