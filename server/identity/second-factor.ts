import { randomBytes } from 'node:crypto'
import type { FactorState } from '../../shared/second-factor.ts'
import type { FactorDraft } from '../../shared/session.ts'
import { seal, unseal } from '../database/seal.ts'
import type { Tx } from '../database/work.ts'
import { Refusal } from '../refusal.ts'
import { tokenHash } from './token.ts'
import { appAddress, base32, stepOfCode } from './totp.ts'

const SECRET_BYTES = 20
const RECOVERY_CODES = 10

/** What a check of the second factor needs beside the code. */
export interface FactorCheck {
  key: Buffer
  now: Date
}

interface FactorRow {
  secret: Buffer | null
  is_confirmed: boolean
  is_required: boolean
}

/**
 * Lets a user past his second factor, after his password was right. Who must have one and sends the first code of a fresh
 * one confirms it so, and gets the recovery codes.
 */
export async function passFactor(
  tx: Tx,
  userId: string,
  code: string | undefined,
  check: FactorCheck,
): Promise<string[] | null> {
  const factor = await factorOf(tx, userId)
  if (!factor.is_confirmed && !factor.is_required) return null
  if (!factor.is_confirmed && (!factor.secret || !code)) throw new Refusal('second-factor-needed')
  if (!code) throw new Refusal('code-needed')
  await useCode(tx, userId, factor, code, check)
  return factor.is_confirmed ? null : confirm(tx, userId)
}

/** Begins a second factor: a secret that counts for nothing until its first code. */
export async function draftFactor(tx: Tx, userId: string, email: string, key: Buffer): Promise<FactorDraft> {
  const secret = randomBytes(SECRET_BYTES)
  await tx.sql('select put_factor($1, $2)', [userId, seal(key, secret.toString('hex'), userId)])
  return { secret: base32(secret), uri: appAddress(secret, email) }
}

/** The same on the way in, for who must have one and has none. */
export async function draftFactorBySignIn(tx: Tx, userId: string, email: string, key: Buffer): Promise<FactorDraft> {
  const factor = await factorOf(tx, userId)
  if (factor.is_confirmed || !factor.is_required) throw new Refusal('not-allowed')
  return draftFactor(tx, userId, email, key)
}

/** Confirms my second factor by a code of the app; answers the recovery codes. */
export async function confirmFactor(tx: Tx, userId: string, code: string, check: FactorCheck): Promise<string[]> {
  const factor = await factorOf(tx, userId)
  if (factor.is_confirmed || !factor.secret) throw new Refusal('not-allowed')
  await useCode(tx, userId, factor, code, check)
  return confirm(tx, userId)
}

/** Takes a second factor off by a code of it. */
export async function removeFactor(tx: Tx, userId: string, code: string, check: FactorCheck) {
  const factor = await factorOf(tx, userId)
  if (!factor.is_confirmed) throw new Refusal('not-found')
  await useCode(tx, userId, factor, code, check)
  await tx.sql('select remove_factor($1)', [userId])
}

/** Takes somebody else's second factor off, as an administrator. Nobody is rid of his own without a code of it. */
export async function resetFactor(tx: Tx, userId: string) {
  await tx.sql('select administrators_only()')
  if (userId === tx.user) throw new Refusal('not-allowed')
  await tx.sql('select remove_factor($1)', [userId])
}

/** Whether I have a second factor, and whether I must. */
export async function readFactor(tx: Tx): Promise<FactorState> {
  const [row] = await tx.sql<{ state: FactorState }>('select my_factor() as state')
  if (!row) throw new Error('my_factor answers always')
  return row.state
}

async function factorOf(tx: Tx, userId: string): Promise<FactorRow> {
  const [factor] = await tx.sql<FactorRow>('select * from factor_of($1)', [userId])
  if (!factor) throw new Refusal('not-signed-in')
  return factor
}

async function useCode(tx: Tx, userId: string, factor: FactorRow, typed: string, { key, now }: FactorCheck) {
  const code = typed.replaceAll(/[\s-]/g, '').toLowerCase()
  const isUsed = /^\d{6}$/.test(code)
    ? await useStep(tx, userId, stepOfCode(secretOf(factor, userId, key), code, now))
    : await isTrue(tx, 'select use_recovery_code($1, $2) as done', [userId, tokenHash(code)])
  if (!isUsed) throw new Refusal('wrong-code')
}

async function useStep(tx: Tx, userId: string, step: number | null): Promise<boolean> {
  return step !== null && (await isTrue(tx, 'select use_factor_step($1, $2) as done', [userId, step]))
}

async function isTrue(tx: Tx, text: string, parameters: unknown[]): Promise<boolean> {
  const [row] = await tx.sql<{ done: boolean }>(text, parameters)
  return row?.done === true
}

function secretOf(factor: FactorRow, userId: string, key: Buffer): Buffer {
  if (!factor.secret) throw new Refusal('wrong-code')
  return Buffer.from(unseal(key, factor.secret, userId), 'hex')
}

async function confirm(tx: Tx, userId: string): Promise<string[]> {
  const codes = Array.from({ length: RECOVERY_CODES }, () => base32(randomBytes(10)).toLowerCase())
  await tx.sql('select confirm_factor($1, $2)', [userId, codes.map(tokenHash)])
  return codes.map(code => code.match(/.{4}/g)?.join('-') ?? code)
}
