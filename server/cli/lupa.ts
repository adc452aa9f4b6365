#!/usr/bin/env node
import { WrongSetting } from '../config.ts'
import { verbs } from './verbs.ts'

/** The command line: `lupa VERB [words]`. Says what went wrong in one sentence and exits with 1. */
async function main(words: string[]) {
  const [name = '', ...rest] = words
  const verb = verbs[name]
  if (!verb) {
    process.stderr.write(
      `Usage: lupa VERB\n${Object.entries(verbs)
        .map(([word, { says }]) => `  ${word.padEnd(10)} ${says}\n`)
        .join('')}`,
    )
    process.exitCode = 2
    return
  }
  await verb.run(rest)
}

main(process.argv.slice(2)).catch((error: unknown) => {
  const text =
    error instanceof WrongSetting
      ? error.message
      : error instanceof Error
        ? (error.stack ?? error.message)
        : String(error)
  process.stderr.write(`${text}\n`)
  process.exitCode = 1
})
