#!/usr/bin/env node
import { WrongSetting } from '../config.ts'
import { hostGone } from '../database/guests.ts'
import { isEndedBySignal } from '../database/stop-on-signal.ts'
import { verbs } from './verbs.ts'

/** What PostgreSQL answers to whoever is connected when it is stopped. */
const ADMIN_SHUTDOWN = '57P01'

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
  if (isEndedBySignal()) return
  process.stderr.write(`${sayOf(error)}\n`)
  process.exitCode = 1
})

/** A sentence for what somebody typed or set; where the bug is for everything else. */
function sayOf(error: unknown): string {
  if (error instanceof WrongSetting) return error.message
  if (!(error instanceof Error)) return String(error)
  const code = 'code' in error ? String(error.code) : ''
  if (code === ADMIN_SHUTDOWN) return hostGone.message
  if (!code.startsWith('ERR_PARSE_ARGS')) return error.stack ?? error.message
  const name = process.argv[2] ?? ''
  return `${error.message.split('. ')[0]}.\n  ${name.padEnd(10)} ${verbs[name]?.says ?? ''}`
}
