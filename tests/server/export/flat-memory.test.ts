import { fork } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { expect, it } from 'vitest'

const program = path.join(import.meta.dirname, 'export-process.ts')

/** With little room for what is dead already, so that the peak tells what is alive. */
const execArgv = ['--expose-gc', '--max-semi-space-size=1']

/** What an archive of so many files of 30 kB takes of a process of its own. */
async function taken(count: number): Promise<{ size: number; heldMb: number; peakMb: number }> {
  const [answer] = await once(fork(program, [String(count)], { execArgv }), 'message')
  return answer
}

it('writes ten thousand files in the memory of two thousand', { timeout: 120_000 }, async () => {
  const some = await taken(2000)
  const many = await taken(10_000)

  expect(some.size).toBeGreaterThan(2000 * 30_000)
  expect(many.size).toBeGreaterThan(10_000 * 30_000)
  expect(many.heldMb).toBeLessThan(5)
  expect(many.peakMb - some.peakMb).toBeLessThan(80)
})
