import { readFileSync } from 'node:fs'
import { BlockList, isIP } from 'node:net'
import { createSecureContext } from 'node:tls'
import { WrongSetting } from './wrong-setting.ts'

/** What the environment decides about the mail door. */
export interface SmtpSettings {
  host: string
  port: number
  /** Key and certificate for STARTTLS, as PEM; null where it is not offered. */
  tls: { key: string; cert: string } | null
  requireTls: boolean
  /** From where mail is taken at all. */
  networks: BlockList
  connections: number
  /** Who must sign in with AUTH before he hands in mail; the password as it is or as an argon2 hash. */
  login: { user: string; password: string } | null
}

type Environment = Record<string, string | undefined>

const LOOPBACK = '127.0.0.0/8, ::1'
const CONNECTIONS = 200

/** Reads the settings of the mail door; without LUPA_SMTP_PORT there is none. */
export function readSmtpSettings(environment: Environment): SmtpSettings | null {
  if (!environment.LUPA_SMTP_PORT) return null
  const port = readNumber('LUPA_SMTP_PORT', environment.LUPA_SMTP_PORT, 0, 65535)
  const host = environment.LUPA_SMTP_HOST || '127.0.0.1'
  const tls = readTls(environment.LUPA_SMTP_TLS_KEY, environment.LUPA_SMTP_TLS_CERT)
  const requireTls = readSwitch('LUPA_SMTP_REQUIRE_TLS', environment.LUPA_SMTP_REQUIRE_TLS)
  if (requireTls && !tls)
    throw new WrongSetting('LUPA_SMTP_REQUIRE_TLS needs LUPA_SMTP_TLS_KEY and LUPA_SMTP_TLS_CERT.')
  const login = readLogin(environment.LUPA_SMTP_USER, environment.LUPA_SMTP_PASSWORD)
  if (login && !tls && !isLoopback(host))
    throw new WrongSetting('LUPA_SMTP_USER needs LUPA_SMTP_TLS_KEY, because a password is not sent in the clear.')
  const networks = readNetworks('LUPA_SMTP_NETWORKS', environment.LUPA_SMTP_NETWORKS || LOOPBACK)
  const connections = readNumber(
    'LUPA_SMTP_CONNECTIONS',
    environment.LUPA_SMTP_CONNECTIONS || String(CONNECTIONS),
    1,
    10_000,
  )
  return { host, port, tls, requireTls, networks, connections, login }
}

/** Whether a host is this machine alone. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\./.test(host)
}

function readNumber(name: string, value: string, least: number, most: number): number {
  const number = Number(value)
  if (Number.isInteger(number) && number >= least && number <= most) return number
  throw new WrongSetting(`${name} must be a number from ${least} to ${most}, not "${value}".`)
}

function readSwitch(name: string, value: string | undefined): boolean {
  if (!value || value === '0') return false
  if (value === '1') return true
  throw new WrongSetting(`${name} must be 0 or 1, not "${value}".`)
}

function readTls(keyFile: string | undefined, certFile: string | undefined): SmtpSettings['tls'] {
  if (!keyFile && !certFile) return null
  if (!keyFile || !certFile) throw new WrongSetting('LUPA_SMTP_TLS_KEY and LUPA_SMTP_TLS_CERT must be set together.')
  const key = readPem('LUPA_SMTP_TLS_KEY', keyFile)
  const cert = readPem('LUPA_SMTP_TLS_CERT', certFile)
  try {
    createSecureContext({ key, cert })
  } catch {
    throw new WrongSetting(
      'LUPA_SMTP_TLS_KEY and LUPA_SMTP_TLS_CERT must be a PEM key and the certificate made for it.',
    )
  }
  return { key, cert }
}

function readPem(name: string, file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    throw new WrongSetting(`${name} names a file that cannot be read (${file}).`)
  }
}

function readLogin(user: string | undefined, password: string | undefined): SmtpSettings['login'] {
  if (!user && !password) return null
  if (!user || !password) throw new WrongSetting('LUPA_SMTP_USER and LUPA_SMTP_PASSWORD must be set together.')
  if (password.length < 8) throw new WrongSetting('LUPA_SMTP_PASSWORD must have at least 8 characters.')
  return { user, password }
}

/** Networks as `10.0.0.0/8, 2001:db8::/32, 192.0.2.7`. */
export function readNetworks(name: string, value: string): BlockList {
  const networks = new BlockList()
  for (const entry of value.split(/[\s,]+/).filter(Boolean)) {
    const [address = '', bits, ...rest] = entry.split('/')
    const family = isIP(address)
    const most = family === 4 ? 32 : 128
    const prefix = bits === undefined ? most : /^\d{1,3}$/.test(bits) ? Number(bits) : Number.NaN
    if (!family || rest.length > 0 || !(prefix <= most))
      throw new WrongSetting(`${name} must be networks such as 10.0.0.0/8 or 2001:db8::/32, not "${entry}".`)
    networks.addSubnet(address, prefix, family === 4 ? 'ipv4' : 'ipv6')
  }
  return networks
}
