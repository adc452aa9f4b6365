import { rmSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { say } from '../run/steps.ts'
import { freshDataFolder } from '../support/data-folder.ts'
import { accessWhileTakingIn } from './access.ts'
import { changingAudience, filing, rowSecurity, timelines } from './figures.ts'
import { panes } from './panes.ts'
import { openStage } from './stage.ts'

/** `npm run bench [-- --items 1000000 --folder DIR]`: prints the figures beside raw SQL of the same run. DIR keeps the seeded data. */
const { values } = parseArgs({
  options: { items: { type: 'string' }, folder: { type: 'string' }, only: { type: 'string' } },
})
const folder = values.folder ?? freshDataFolder('bench')
const stage = await openStage(folder, Number(values.items ?? 1_000_000))
try {
  for (const figure of [panes, timelines, rowSecurity, changingAudience, filing, accessWhileTakingIn]) {
    if (values.only && !figure.name.startsWith(values.only)) continue
    say(`\n${figure.name}`)
    for (const line of await figure(stage)) say(`  ${line}`)
  }
} finally {
  await stage.stop()
  if (!values.folder) rmSync(folder, { recursive: true, force: true })
}
