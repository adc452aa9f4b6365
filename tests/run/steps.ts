import { type ChildProcess, spawn } from 'node:child_process'
import path from 'node:path'

/** The folder of the project; commands run there. */
export const root = path.resolve(import.meta.dirname, '../..')

/** Runs a program of node_modules/.bin or of the machine, showing what it prints; answers its exit code. */
export function run(command: string, words: string[], environment: Record<string, string> = {}): Promise<number> {
  return ended(spawn(command, words, { ...surroundings(environment), stdio: 'inherit' }))
}

/** Like `run`, but shows what was printed only when it ended: for what runs beside something that is shown. */
export async function runBeside(
  command: string,
  words: string[],
  environment: Record<string, string> = {},
): Promise<number> {
  const child = spawn(command, words, { ...surroundings(environment), stdio: ['ignore', 'pipe', 'pipe'] })
  const printed: Buffer[] = []
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => printed.push(part))
  const code = await ended(child)
  process.stdout.write(Buffer.concat(printed))
  return code
}

function surroundings(environment: Record<string, string>) {
  const PATH = `${path.join(root, 'node_modules/.bin')}${path.delimiter}${process.env.PATH}`
  return { cwd: root, env: { ...process.env, PATH, ...environment } }
}

/** `close` rather than `exit`: what was printed last must have arrived. */
function ended(child: ChildProcess): Promise<number> {
  return new Promise(resolve => {
    child.once('error', () => resolve(127))
    child.once('close', code => resolve(code ?? 1))
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
