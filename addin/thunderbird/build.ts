import { cp, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { build, type InlineConfig, type Plugin } from 'vite'
import { withoutSchemas } from '../without-schemas.ts'
import { withoutParts } from './without-parts.ts'
import { zip } from './zip.ts'

/** What may differ between two packages of the extension. */
export interface ExtensionOptions {
  /** The .xpi file to write; the unpacked files lie beside it. */
  outFile?: string
  version?: string
  /** The server that the package comes with. */
  serverAddress?: string
  /** Where Thunderbird looks for newer versions. */
  updateUrl?: string
}

/** What Thunderbird reads beside every mail, and with every start of the background, in bytes: it unpacks them each time. */
const limits = { 'panel.js': 276_000, 'background.js': 44_000 }

/** What stands in a window of its own, or where no settings of the mail program sign in, and never beside a mail. */
const elsewhere = {
  'several-mails.tsx': 'SeveralMails',
  'left-run.tsx': 'LeftRun',
  'sign-in-form.tsx': 'SignInForm',
  'sign-in-ways.tsx': 'SignInWays',
}

const here = import.meta.dirname
const project = resolve(here, '../..')

/** Builds the Thunderbird extension and packs it; returns the path of the .xpi file. */
export async function buildExtension(options: ExtensionOptions = {}): Promise<string> {
  const outFile = resolve(options.outFile ?? join(project, 'build/lupa.xpi'))
  const folder = outFile.replace(/\.xpi$/, '')
  await rm(folder, { recursive: true, force: true })

  // A content script is one classic script; the background and the settings page are modules.
  await build(bundle(folder, 'panel.ts', 'iife', [withoutParts(elsewhere)]))
  await refuseForeignStyles(join(folder, 'panel.js'))
  await build(bundle(folder, 'background.ts', 'es'))
  await build(bundle(folder, 'options.html', 'es'))
  await build(bundle(folder, 'several.html', 'es'))
  await build(bundle(folder, 'pop-out.html', 'es'))
  await build(bundle(folder, 'compose.html', 'es'))
  await build(bundle(folder, 'guard.html', 'es'))
  await copyStatic(folder, options)

  await mkdir(dirname(outFile), { recursive: true })
  await writeFile(outFile, zip(await readAll(folder)))
  return outFile
}

function bundle(outDir: string, entry: string, format: 'iife' | 'es', plugins: Plugin[] = []): InlineConfig {
  return {
    configFile: false,
    root: here,
    plugins: [withoutSchemas(), ...plugins],
    base: './',
    logLevel: 'warn',
    publicDir: false,
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    build: {
      outDir,
      emptyOutDir: false,
      target: 'firefox140',
      modulePreload: false,
      rolldownOptions: {
        input: join(here, entry),
        // What travels later in a web page is here in the one file; a classic script has no address to load more from.
        ...(format === 'iife' && { transform: { define: { 'import.meta': '{}' } } }),
        output: { format, entryFileNames: '[name].js', assetFileNames: '[name][extname]', codeSplitting: false },
      },
    },
  }
}

/** A style that a part imports would be laid into the mail's document, which may have no head yet, and never reach the panel. */
async function refuseForeignStyles(panel: string): Promise<void> {
  const code = await readFile(panel, 'utf8')
  if (code.includes('document.head'))
    throw new Error('panel.js writes into the head of the mail: import styles in panel.ts')
}

/** Whoever makes them longer than their limits is told by a build that fails. */
async function tellSizes(folder: string): Promise<void> {
  for (const [name, limit] of Object.entries(limits)) {
    const { size } = await stat(join(folder, name))
    const told = `${name}: ${(size / 1000).toFixed(1)} kB, of ${limit / 1000} kB`
    if (size > limit) throw new Error(told)
    process.stdout.write(`${told}\n`)
  }
}

async function copyStatic(folder: string, { version, serverAddress, updateUrl }: ExtensionOptions): Promise<void> {
  for (const name of ['_locales', 'icons']) await cp(join(here, name), join(folder, name), { recursive: true })
  const manifest = await readJson(join(here, 'manifest.json'))
  const { version: packageVersion } = await readJson(join(project, 'package.json'))
  await writeJson(join(folder, 'manifest.json'), {
    ...manifest,
    version: version ?? packageVersion,
    // Who installs a package with an address in it has agreed to that server.
    ...(serverAddress?.startsWith('https://') && { host_permissions: [patternOf(serverAddress)] }),
    ...(updateUrl && { browser_specific_settings: withUpdates(manifest, updateUrl) }),
  })
  await writeJson(join(folder, 'server.json'), { address: serverAddress ?? null })
}

/** Thunderbird's match patterns know no port, and one with a port lets nothing be reached. */
function patternOf(address: string): string {
  const { protocol, hostname } = new URL(address)
  return `${protocol}//${hostname}/*`
}

function withUpdates({ browser_specific_settings }: Record<string, unknown>, update_url: string) {
  const { gecko } = browser_specific_settings as { gecko: object }
  return { gecko: { ...gecko, update_url } }
}

async function readAll(folder: string) {
  const files = await readdir(folder, { recursive: true, withFileTypes: true })
  return Promise.all(
    files
      .filter(file => file.isFile())
      .map(file => join(file.parentPath, file.name))
      .map(async path => ({ name: path.slice(folder.length + 1), bytes: await readFile(path) })),
  )
}

async function readJson(path: string): Promise<Record<string, unknown>> {
  return JSON.parse(await readFile(path, 'utf8'))
}

async function writeJson(path: string, value: object): Promise<void> {
  await writeFile(path, `${JSON.stringify(value, null, 2)}\n`)
}

if (import.meta.main) {
  const outFile = await buildExtension()
  await tellSizes(outFile.replace(/\.xpi$/, ''))
  process.stdout.write(`${outFile}\n`)
}
