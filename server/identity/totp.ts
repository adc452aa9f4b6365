import { createHmac, timingSafeEqual } from 'node:crypto'

const STEP_SECONDS = 30
const DIGITS = 6
/** One step before and after, for clocks that differ and fingers that are slow (RFC 6238 §5.2). */
const SKEW = [0, -1, 1]

/** The step of time whose code this is, or null when it is the code of none around now. */
export function stepOfCode(secret: Buffer, code: string, now: Date): number | null {
  const current = Math.floor(now.getTime() / 1000 / STEP_SECONDS)
  const typed = Buffer.from(code)
  const steps = SKEW.map(skew => current + skew)
  return (
    steps.find(step => typed.length === DIGITS && timingSafeEqual(typed, Buffer.from(codeAt(secret, step)))) ?? null
  )
}

/** The code of one step of time: HMAC-SHA-1, truncated (RFC 4226 §5.3), which is what every authenticator app knows. */
export function codeAt(secret: Buffer, step: number): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const mac = createHmac('sha1', secret).update(counter).digest()
  const offset = (mac.at(-1) ?? 0) & 0xf
  const number = mac.readUInt32BE(offset) & 0x7fffffff
  return String(number % 10 ** DIGITS).padStart(DIGITS, '0')
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** Bytes as people type them into an app (RFC 4648 base32, without padding). */
export function base32(bytes: Uint8Array): string {
  const bits = Array.from(bytes, byte => byte.toString(2).padStart(8, '0')).join('')
  const groups = bits.match(/.{1,5}/g) ?? []
  return groups.map(group => alphabet[Number.parseInt(group.padEnd(5, '0'), 2)]).join('')
}

/** What a QR code tells an app: whose code it is, and the secret. */
export function appAddress(secret: Buffer, account: string): string {
  const label = encodeURIComponent(`Lupa:${account}`)
  return `otpauth://totp/${label}?secret=${base32(secret)}&issuer=Lupa`
}
