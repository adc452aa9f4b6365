import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { failures, root, run, say, secondsSince } from './steps.ts'
import { missing, type Suite } from './suites.ts'

/** How many tests ended in which way. */
export interface Counts {
  passed: number
  failed: number
  skipped: number
}

/** What vitest's JSON report says of a file and its tests; a file that could not be read has a message of its own. */
interface Report {
  numPassedTests: number
  numPendingTests: number
  testResults: {
    name: string
    status: string
    message: string
    assertionResults: { status: string; fullName: string; failureMessages: string[] }[]
  }[]
}

/** Runs a suite that this machine can run, and tells how it went; `runner` says whether it is watched or stands beside another. */
export async function runSuite(suite: Suite, runner = run): Promise<Counts> {
  const absent = missing(suite)
  if (absent.length > 0) {
    const packages = absent.map(need => need.package).join(', ')
    say(`suite ${suite.name}: ${process.env.CI ? 'FAILED' : 'skipped'}, because this machine has no ${packages}`)
    if (!process.env.CI) return { passed: 0, failed: 0, skipped: 1 }
    failures.push(`${suite.name}: this machine has no ${packages}`)
    return { passed: 0, failed: 1, skipped: 0 }
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
  const code = await runner('vitest', words, suite.environment)
  const counts = countsOf(suite.name, report, code)
  rmSync(folder, { recursive: true })
  say(`suite ${suite.name}: ${counts.passed} of ${counts.passed + counts.failed} (${secondsSince(start)})`)
  return counts
}

/** A file that failed as a whole counts as one; so does a run that ended badly without either (a crash, an unhandled error). */
function countsOf(suite: string, file: string, code: number): Counts {
  try {
    const report: Report = JSON.parse(readFileSync(file, 'utf8'))
    const named = namesOfFailures(report)
    if (code !== 0 && named.length === 0) named.push(`vitest ended with ${code}, though no test failed`)
    failures.push(...named.map(name => `${suite}: ${name}`))
    return { passed: report.numPassedTests, failed: named.length, skipped: report.numPendingTests }
  } catch {
    failures.push(`${suite}: vitest ended with ${code} and left no report`)
    return { passed: 0, failed: 1, skipped: 0 }
  }
}

/** The failed tests, and the files that failed as a whole, each with the first lines of its message. */
function namesOfFailures(report: Report): string[] {
  const short = (message = '') => message.split('\n', 12).join('\n    ')
  return report.testResults.flatMap(file => {
    const where = path.relative(root, file.name)
    const tests = file.assertionResults.filter(test => test.status === 'failed')
    if (tests.length === 0 && file.status === 'failed') return [`${where}: ${short(file.message)}`]
    return tests.map(test => `${where}: ${test.fullName}\n    ${short(test.failureMessages[0])}`)
  })
}

/** Adds what one suite counted to the sum of all. */
export function add(total: Counts, counts: Counts) {
  for (const key of ['passed', 'failed', 'skipped'] as const) total[key] += counts[key]
}
