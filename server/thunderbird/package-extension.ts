import { createHash } from 'node:crypto'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { version } from '../version.ts'

/** The extension as this installation hands it out. */
export interface Package {
  bytes: Uint8Array
  sha256: string
}

const packages = new Map<string, Promise<Package>>()

/** Builds the extension for an address, when the first one asks; the same again for the others. */
export function packageExtension(publicUrl: string): Promise<Package> {
  const known = packages.get(publicUrl)
  if (known !== undefined) return known
  const built = build(publicUrl)
  packages.set(publicUrl, built)
  built.catch(() => packages.delete(publicUrl))
  return built
}

async function build(publicUrl: string): Promise<Package> {
  const folder = await mkdtemp(path.join(tmpdir(), 'lupa-package-'))
  try {
    // Named as text, because what runs in a browser is no part of the server: it only has it built, like the pages.
    const script = new URL('../../addin/thunderbird/build.ts', import.meta.url).href
    const { buildExtension } = (await import(script)) as { buildExtension: (options: object) => Promise<string> }
    const updateUrl = `${publicUrl}/thunderbird/updates.json`
    const file = await buildExtension({
      outFile: path.join(folder, 'lupa.xpi'),
      version,
      serverAddress: publicUrl,
      updateUrl,
    })
    const bytes = await readFile(file)
    return { bytes, sha256: createHash('sha256').update(bytes).digest('hex') }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
