import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { run, say, secondsSince } from './steps.ts'
import { missing, type Suite } from './suites.ts'

/** How many tests ended in which way. */
export interface Counts {
  passed: number
  failed: number
  skipped: number
}

/** Runs a suite that this machine can run, and tells how it went. */
export async function runSuite(suite: Suite): Promise<Counts> {
  const absent = missing(suite)
  if (absent.length > 0) {
    const packages = absent.map(need => need.package).join(', ')
    say(`suite ${suite.name}: ${process.env.CI ? 'FAILED' : 'skipped'}, because this machine has no ${packages}`)
    return process.env.CI ? { passed: 0, failed: 1, skipped: 0 } : { passed: 0, failed: 0, skipped: 1 }
  }
  const start = performance.now()
  const folder = mkdtempSync(path.join(tmpdir(), 'lupa-report-'))
  const report = path.join(folder, 'report.json')
  const words = [
    'run',
    '--project',
    suite.project,
    ...(suite.files ?? []),
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]
  const code = await run('vitest', words, suite.environment)
  const counts = countsOf(report, code)
  rmSync(folder, { recursive: true })
  say(`suite ${suite.name}: ${counts.passed} of ${counts.passed + counts.failed} (${secondsSince(start)})`)
  return counts
}

/** A run that ended badly without a failed test (a crash, an unhandled error) is a failure too. */
function countsOf(report: string, code: number): Counts {
  try {
    const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(readFileSync(report, 'utf8'))
    return { passed: numPassedTests, failed: numFailedTests || (code === 0 ? 0 : 1), skipped: numPendingTests }
  } catch {
    return { passed: 0, failed: 1, skipped: 0 }
  }
}

/** Adds what one suite counted to the sum of all. */
export function add(total: Counts, counts: Counts) {
  for (const key of ['passed', 'failed', 'skipped'] as const) total[key] += counts[key]
}
