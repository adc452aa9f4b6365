import { existsSync } from 'node:fs'
import { type BlockList, isIP } from 'node:net'
import path from 'node:path'
import { readNetworks, readSmtpSettings, type SmtpSettings } from './smtp-settings.ts'
import { WrongSetting } from './wrong-setting.ts'

export { WrongSetting }

/** What the environment decides, read once at start. */
export interface Config {
  host: string
  port: number
  /** Folder for the embedded database, blobs and secrets. */
  dataFolder: string
  /** Owner of an outside database; null means the embedded one. */
  databaseUrl: string | null
  /** Login of the application role, where the owner may not create roles. */
  databaseAppUrl: string | null
  /** Login of the role that works off the queue, where the owner may not create roles. */
  databaseJobsUrl: string | null
  /** Login of the role that reads everything for backups, where the owner may not create roles. */
  databaseBackupUrl: string | null
  /** The https address under which mail programs reach this server, or null. */
  publicUrl: string | null
  /** Addresses of a company's own Exchange that may show the pane in Outlook on the web. */
  exchangeOrigins: string[]
  admin: { email: string; password: string } | null
  /** Where Microsoft's sign-in and mail are reached; other addresses serve national clouds and tests. */
  microsoft: { login: string; graph: string }
  /** Networks of the company's own in which webhooks may have their target; elsewhere only public addresses. */
  webhookNetworks: BlockList | null
  logLevel: string
  /** Reverse proxies whose word for the caller's address is taken; without them it is the connection's own. */
  trustProxy: string[]
  /** Who may read the figures for monitoring; null: nobody. */
  metrics: Metrics | null
  /** The door for journals and blind copies, or null: it is off unless it is set up. */
  smtp: SmtpSettings | null
  /** The backup that is made every day, or null: then whoever runs the server calls `lupa backup`. */
  backup: DailyBackup | null
}

/** Where a backup is made every day, at what hour of the server's day, and how many are kept. */
export interface DailyBackup {
  folder: string
  hour: number
  keep: number
}

/** By a token, or from this very machine. */
export type Metrics = 'loopback' | { token: string }

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']

/**
 * Reads the environment and refuses what cannot work, before anything is started. Who starts it at a terminal has the lines
 * to read that are meant for him, such as the address of the set-up; each request would push them away.
 */
export function readConfig(
  environment: Record<string, string | undefined>,
  { isAtTerminal = false }: { isAtTerminal?: boolean } = {},
): Config {
  const logLevel = environment.LUPA_LOG || (isAtTerminal ? 'warn' : 'info')
  if (!logLevels.includes(logLevel)) throw new WrongSetting(`LUPA_LOG must be one of ${logLevels.join(', ')}.`)
  return {
    host: environment.HOST || '127.0.0.1',
    port: readPort(environment.PORT),
    dataFolder: readDataFolder(environment.LUPA_DATA || 'data'),
    databaseUrl: readDatabaseUrl('DATABASE_URL', environment.DATABASE_URL),
    databaseAppUrl: readDatabaseUrl('DATABASE_APP_URL', environment.DATABASE_APP_URL),
    databaseJobsUrl: readDatabaseUrl('DATABASE_JOBS_URL', environment.DATABASE_JOBS_URL),
    databaseBackupUrl: readDatabaseUrl('DATABASE_BACKUP_URL', environment.DATABASE_BACKUP_URL),
    publicUrl: readPublicUrl(environment.LUPA_PUBLIC_URL),
    exchangeOrigins: readOrigins('LUPA_EXCHANGE_URL', environment.LUPA_EXCHANGE_URL),
    admin: readAdmin(environment.LUPA_ADMIN_EMAIL, environment.LUPA_ADMIN_PASSWORD),
    microsoft: {
      login: readOrigin(
        'LUPA_MICROSOFT_LOGIN_URL',
        environment.LUPA_MICROSOFT_LOGIN_URL,
        'https://login.microsoftonline.com',
      ),
      graph: readOrigin(
        'LUPA_MICROSOFT_GRAPH_URL',
        environment.LUPA_MICROSOFT_GRAPH_URL,
        'https://graph.microsoft.com',
      ),
    },
    webhookNetworks: environment.LUPA_WEBHOOK_NETWORKS
      ? readNetworks('LUPA_WEBHOOK_NETWORKS', environment.LUPA_WEBHOOK_NETWORKS)
      : null,
    logLevel,
    trustProxy: readProxies(environment.LUPA_TRUST_PROXY),
    metrics: readMetrics(environment.LUPA_METRICS),
    smtp: readSmtpSettings(environment),
    backup: readBackup(environment),
  }
}

function readBackup(environment: Record<string, string | undefined>): DailyBackup | null {
  const folder = environment.LUPA_BACKUP_DIR
  if (!folder) return null
  const hour = Number(environment.LUPA_BACKUP_HOUR || 2)
  const keep = Number(environment.LUPA_BACKUP_KEEP || 7)
  if (!Number.isInteger(hour) || hour < 0 || hour > 23)
    throw new WrongSetting('LUPA_BACKUP_HOUR must be an hour from 0 to 23.')
  if (!Number.isInteger(keep) || keep < 1)
    throw new WrongSetting('LUPA_BACKUP_KEEP must be a number of backups from 1 on.')
  return { folder: path.resolve(folder), hour, keep }
}

function readPort(value: string | undefined): number {
  if (!value) return 3000
  const port = Number(value)
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    throw new WrongSetting(`PORT must be a number from 0 to 65535, not "${value}".`)
  }
  return port
}

function readMetrics(value: string | undefined): Metrics | null {
  if (!value) return null
  if (value === 'loopback') return value
  if (!/^[\x21-\x7e]{24,}$/.test(value))
    throw new WrongSetting('LUPA_METRICS must be "loopback", or a token of at least 24 characters without blanks.')
  return { token: value }
}

function readDataFolder(value: string): string {
  const folder = path.resolve(value)
  if (existsSync(path.join(folder, 'package.json'))) {
    throw new WrongSetting(`LUPA_DATA points at a program folder (${folder}); choose an empty folder for the data.`)
  }
  return folder
}

function readDatabaseUrl(name: string, value: string | undefined): string | null {
  if (!value) return null
  const scheme = URL.canParse(value) ? new URL(value).protocol : ''
  if (scheme !== 'postgres:' && scheme !== 'postgresql:') {
    throw new WrongSetting(`${name} must look like postgres://user:password@host:5432/database.`)
  }
  return value
}

function readPublicUrl(value: string | undefined): string | null {
  if (!value) return null
  if (!URL.canParse(value) || new URL(value).protocol !== 'https:') {
    throw new WrongSetting('LUPA_PUBLIC_URL must be an https address, because mail programs refuse anything else.')
  }
  return new URL(value).origin
}

function readOrigins(name: string, value: string | undefined): string[] {
  const all = value?.split(/[\s,]+/).filter(Boolean) ?? []
  if (all.some(one => !URL.canParse(one) || new URL(one).protocol !== 'https:')) {
    throw new WrongSetting(`${name} must be the https addresses of your own Exchange, with blanks between them.`)
  }
  return all.map(one => new URL(one).origin)
}

/** Addresses and networks; never everybody, or each caller could name an address of his own making. */
function readProxies(value: string | undefined): string[] {
  const all = value?.split(/[\s,]+/).filter(Boolean) ?? []
  const isKnown = (one: string) => {
    const [address = '', bits, ...more] = one.split('/')
    const most = isIP(address) === 6 ? 128 : 32
    const isNetwork = bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) > 0 && Number(bits) <= most)
    return isIP(address) !== 0 && isNetwork && more.length === 0
  }
  if (!all.every(isKnown)) {
    throw new WrongSetting(
      'LUPA_TRUST_PROXY must be the addresses of your reverse proxies, such as 127.0.0.1 or 10.0.0.0/8.',
    )
  }
  return all
}

function readOrigin(name: string, value: string | undefined, usual: string): string {
  if (!value) return usual
  const url = URL.canParse(value) ? new URL(value) : null
  const isHere = url?.protocol === 'http:' && ['127.0.0.1', '[::1]', 'localhost'].includes(url.hostname)
  if (!url || (url.protocol !== 'https:' && !isHere)) throw new WrongSetting(`${name} must be an https address.`)
  return url.origin
}

function readAdmin(email: string | undefined, password: string | undefined): Config['admin'] {
  if (!email && !password) return null
  if (!email?.includes('@')) throw new WrongSetting('LUPA_ADMIN_EMAIL must be the e-mail address of the first user.')
  if (!password || password.length < 8) throw new WrongSetting('LUPA_ADMIN_PASSWORD must have at least 8 characters.')
  return { email: email.trim().toLowerCase(), password }
}
