import { type ChildProcess, spawn } from 'node:child_process'
import path from 'node:path'

const program = path.resolve(import.meta.dirname, '../../server/cli/lupa.ts')

/** A run of the `lupa` command. */
export interface Run {
  child: ChildProcess
  output(): string
  ended: Promise<number | null>
  /** Resolves with what `pattern` found in the output; fails when the program ends first. */
  says(pattern: RegExp): Promise<RegExpMatchArray>
}

/** Runs `lupa` with an environment of its own: nothing of the machine's settings leaks in. */
export function lupa(words: string[], environment: Record<string, string>): Run {
  const child = spawn(process.execPath, [program, ...words], {
    env: { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '', LUPA_LOG: 'warn', PORT: '0', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  child.stdout?.on('data', part => (output += part))
  child.stderr?.on('data', part => (output += part))
  const ended = new Promise<number | null>(resolve => child.once('close', resolve))
  const says = async (pattern: RegExp) => {
    const isOver = ended.then(() => true)
    for (;;) {
      const match = output.match(pattern)
      if (match) return match
      const over = await Promise.race([isOver, new Promise<false>(resolve => setTimeout(() => resolve(false), 30))])
      if (over && !pattern.test(output)) throw new Error(`ended without saying ${pattern}:\n${output}`)
    }
  }
  return { child, output: () => output, ended, says }
}
