import { chmodSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** A folder for one test's data, which PostgreSQL's own account may enter too, so that everything lies in it and goes with it. */
export function freshDataFolder(name: string): string {
  const folder = mkdtempSync(path.join(tmpdir(), `lupa-${name}-`))
  chmodSync(folder, 0o711)
  return folder
}
