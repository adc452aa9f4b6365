import { codeAt } from '../../server/identity/totp.ts'

const STEP_MS = 30_000
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** Reads what people type into an authenticator app. */
export function bytesOf(words: string): Buffer {
  const bits = [...words].map(letter => alphabet.indexOf(letter).toString(2).padStart(5, '0')).join('')
  return Buffer.from((bits.match(/.{8}/g) ?? []).map(byte => Number.parseInt(byte, 2)))
}

/** What an app shows at a moment, or some steps of half a minute after it. */
export function codeShown(secret: string, now: Date, { later = 0 } = {}): string {
  return codeAt(bytesOf(secret), Math.floor(now.getTime() / STEP_MS) + later)
}
