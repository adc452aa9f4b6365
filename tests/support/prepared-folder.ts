import { execFileSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { lupa } from './command-line.ts'
import { freshDataFolder } from './data-folder.ts'

const VARIABLE = 'LUPA_TEST_PREPARED'

/** Before a suite: one data folder with an empty database of the present schema, of which its servers take copies. */
export async function setup() {
  const folder = freshDataFolder('prepared')
  const run = lupa(['migrate'], { LUPA_DATA: folder })
  if ((await run.ended) !== 0) throw new Error(run.output())
  process.env[VARIABLE] = folder
  return () => rmSync(folder, { recursive: true })
}

/**
 * A data folder for a server of one's own, which belongs to nobody yet. A copy of the prepared one is there at once; a new
 * one takes a server five seconds to fill. A copy's secrets are those of every other.
 */
export function emptyInstallation(name: string): string {
  const folder = freshDataFolder(name)
  const prepared = process.env[VARIABLE]
  // `cp` keeps what belongs to PostgreSQL's own account.
  if (prepared) execFileSync('cp', ['-a', `${prepared}/.`, folder])
  return folder
}
