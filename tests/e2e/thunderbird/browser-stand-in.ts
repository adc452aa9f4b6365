import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Stands in for the user's web browser and remembers what it was told to open. */
export interface BrowserStandIn {
  /** What Thunderbird's environment must say, so that it finds the stand-in. */
  environment: Record<string, string>
  openedPages(): Promise<string[]>
  remove(): Promise<void>
}

/** Registers a program that only writes addresses down as the desktop's browser, for one Thunderbird. */
export async function createBrowserStandIn(): Promise<BrowserStandIn> {
  const folder = await mkdtemp(join(tmpdir(), 'lupa-browser-'))
  const opened = join(folder, 'opened')
  const program = join(folder, 'browser.sh')
  const applications = join(folder, 'data/applications')
  await mkdir(applications, { recursive: true })
  await writeFile(opened, '')
  await writeFile(program, `#!/bin/sh\nprintf '%s\\n' "$1" >> '${opened}'\n`)
  await chmod(program, 0o755)
  await writeFile(
    join(applications, 'stand-in.desktop'),
    `[Desktop Entry]\nType=Application\nName=Stand-in\nExec=${program} %u\nMimeType=x-scheme-handler/http;x-scheme-handler/https;\n`,
  )
  await writeFile(
    join(applications, 'mimeapps.list'),
    '[Default Applications]\nx-scheme-handler/http=stand-in.desktop\nx-scheme-handler/https=stand-in.desktop\n',
  )

  return {
    environment: { XDG_DATA_HOME: join(folder, 'data'), XDG_CONFIG_HOME: join(folder, 'config') },
    openedPages: async () => (await readFile(opened, 'utf8')).split('\n').filter(Boolean),
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}
