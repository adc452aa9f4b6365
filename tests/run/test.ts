import { checkAll } from './check.ts'
import { add, type Counts, runSuite } from './run-suite.ts'
import { failures, run, runBeside, say } from './steps.ts'
import { rounds } from './suites.ts'

/** `npm test`: the checks, then every suite that this machine can run; the last line counts everything. */
async function main() {
  const total: Counts = { passed: 0, failed: 0, skipped: 0 }
  add(total, { ...(await checkAll()), skipped: 0 })
  for (const suites of rounds) {
    const counts = await Promise.all(suites.map((suite, index) => runSuite(suite, index === 0 ? run : runBeside)))
    for (const each of counts) add(total, each)
  }
  for (const failure of failures) say(`failed in ${failure}`)
  say(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`)
  process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0
}

await main()
