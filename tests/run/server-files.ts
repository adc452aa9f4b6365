import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { root } from './steps.ts'

const folders = ['tests/server', 'tests/shared', 'tests/security']
const imported = /(?:from|import) '(\.[^']+\.tsx?)'/g
/** How a test comes by the PostgreSQL of its run: vitest hands it the address, or it reads where the programs are. */
const asks = /\binject\(|LUPA_TEST_POSTGRES_BIN/

/**
 * The test files of the server that ask the PostgreSQL of their run. The others read texts, or start the program on a
 * PostgreSQL of its own: under another PostgreSQL they would do the very same again.
 */
export function filesThatAskPostgres(): string[] {
  return allServerFiles().filter(file => withImports(file).some(one => asks.test(readFileSync(one, 'utf8'))))
}

function allServerFiles(): string[] {
  return folders
    .flatMap(folder =>
      readdirSync(path.join(root, folder), { recursive: true }).map(name => path.join(folder, String(name))),
    )
    .filter(name => name.endsWith('.test.ts'))
    .sort()
}

/** A file and whatever of the tests it imports, the run's own set-up aside: that starts a PostgreSQL for whoever asks. */
function withImports(file: string, found = new Set<string>()): string[] {
  const full = path.resolve(root, file)
  const isOurs = full.startsWith(path.join(root, 'tests/')) && !full.endsWith('support/postgres.ts') && existsSync(full)
  if (found.has(full) || !isOurs) return []
  found.add(full)
  for (const [, name = ''] of readFileSync(full, 'utf8').matchAll(imported))
    withImports(path.resolve(full, '..', name), found)
  return [...found]
}
