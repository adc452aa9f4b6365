import { add, type Counts, runSuite } from './run-suite.ts'
import { failures, say } from './steps.ts'
import { longModes } from './suites.ts'

/** `npm run test:long [WORDS]`: the long modes, or those whose names hold the words; the last line counts everything. */
const words = process.argv.slice(2).join(' ')
const total: Counts = { passed: 0, failed: 0, skipped: 0 }
for (const mode of longModes.filter(({ name }) => name.includes(words))) add(total, await runSuite(mode))
for (const failure of failures) say(`failed in ${failure}`)
say(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`)
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0
