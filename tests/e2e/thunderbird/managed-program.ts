import { copyFile, mkdir, readdir, symlink, writeFile } from 'node:fs/promises'
import path from 'node:path'

const INSTALLED = '/usr/lib/thunderbird'

/**
 * Sets the installed Thunderbird up a second time in `folder`, under these policies of a company, and returns the
 * program. Only beside its program does Thunderbird look for policies that are not the whole machine's.
 */
export async function installManaged(folder: string, policies: Record<string, unknown>): Promise<string> {
  await mkdir(path.join(folder, 'distribution'), { recursive: true })
  for (const name of await readdir(INSTALLED))
    if (!['thunderbird', 'distribution'].includes(name))
      await symlink(path.join(INSTALLED, name), path.join(folder, name))
  const program = path.join(folder, 'thunderbird')
  // A link would lead it back to where it is installed.
  await copyFile(path.join(INSTALLED, 'thunderbird'), program)
  await writeFile(path.join(folder, 'distribution/policies.json'), JSON.stringify({ policies }))
  return program
}
