import { failures, run, say, secondsSince } from './steps.ts'

/** Every check of `npm run check`: types in four parts, style, who imports whom, dead code, migrations against entities. */
const checks: [name: string, command: string, words: string[]][] = [
  ...['shared', 'server', 'addin', 'tests'].map((part): [string, string, string[]] => [
    `types of ${part}`,
    'tsc',
    ['-p', part],
  ]),
  ['style', 'biome', ['check', '.']],
  ['imports', 'depcruise', ['--config', '.dependency-cruiser.cjs', 'shared', 'server', 'addin', 'migrations']],
  ['dead code', 'knip', []],
  ['migration drift', 'node', ['tests/run/drift.ts']],
]

/** Runs all checks, also after one failed, and returns how many passed and failed. */
export async function checkAll(): Promise<{ passed: number; failed: number }> {
  const counts = { passed: 0, failed: 0 }
  for (const [name, command, words] of checks) {
    const start = performance.now()
    const code = await run(command, words)
    counts[code === 0 ? 'passed' : 'failed'] += 1
    if (code !== 0) failures.push(`check ${name}: ${command} ended with ${code}`)
    say(`check ${name}: ${code === 0 ? 'ok' : 'FAILED'} (${secondsSince(start)})`)
  }
  return counts
}

if (import.meta.main) {
  const { failed } = await checkAll()
  process.exitCode = failed > 0 ? 1 : 0
}
