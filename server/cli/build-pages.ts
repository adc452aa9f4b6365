import { existsSync, mkdirSync, readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { aloneIn } from '../database/folder-lock.ts'
import { say } from './say.ts'

const root = path.resolve(import.meta.dirname, '../..')

/** Where the web application lies after it was built. */
export const pagesFolder = path.join(root, 'build/web')

/** Builds the web application when it is missing or older than what it is made of. */
export async function buildPages() {
  if (isBuilt()) return
  mkdirSync(pagesFolder, { recursive: true })
  // Two that start at once would empty the folder under each other; the second finds everything built.
  await aloneIn(pagesFolder, async () => {
    if (isBuilt()) return
    say('Building the web application ...')
    const { build } = await import('vite')
    await asProduction(() => build({ configFile: path.join(root, 'vite.config.ts'), logLevel: 'warn' }))
  })
}

/** Within a test run NODE_ENV says `test`, and a build would take the larger and slower parts that are for development. */
async function asProduction<Built>(act: () => Promise<Built>): Promise<Built> {
  const before = process.env.NODE_ENV
  process.env.NODE_ENV = 'production'
  try {
    return await act()
  } finally {
    if (before === undefined) delete process.env.NODE_ENV
    else process.env.NODE_ENV = before
  }
}

function isBuilt() {
  const built = path.join(pagesFolder, '.built')
  const sources = ['addin', 'shared', 'vite.config.ts', 'package-lock.json'].map(name => path.join(root, name))
  return existsSync(built) && statSync(built).mtimeMs > Math.max(...sources.map(newest))
}

function newest(target: string): number {
  const facts = statSync(target)
  if (!facts.isDirectory()) return facts.mtimeMs
  const times = readdirSync(target).map(name => newest(path.join(target, name)))
  return Math.max(facts.mtimeMs, ...times)
}
