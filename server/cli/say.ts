/** A line for the person at the terminal. */
export function say(line: string) {
  process.stdout.write(`${line}\n`)
}
