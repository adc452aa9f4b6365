import { spawn } from 'node:child_process'
import path from 'node:path'

/** The folder of the project; commands run there. */
export const root = path.resolve(import.meta.dirname, '../..')

/** Runs a program of node_modules/.bin or of the machine, showing what it prints; answers its exit code. */
export function run(command: string, words: string[], environment: Record<string, string> = {}): Promise<number> {
  const PATH = `${path.join(root, 'node_modules/.bin')}${path.delimiter}${process.env.PATH}`
  const child = spawn(command, words, { cwd: root, stdio: 'inherit', env: { ...process.env, PATH, ...environment } })
  return new Promise(resolve => {
    child.once('error', () => resolve(127))
    child.once('exit', code => resolve(code ?? 1))
  })
}

/** A line for the person at the terminal. */
export function say(line: string) {
  process.stdout.write(`${line}\n`)
}

/** Seconds since a moment, for a suite's closing line. */
export function secondsSince(start: number): string {
  return `${((performance.now() - start) / 1000).toFixed(1)} s`
}

/** Every failure of the run, to be said again at the very end: hundreds of lines of other suites stand between. */
export const failures: string[] = []
