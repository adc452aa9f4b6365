import { createHash, randomBytes } from 'node:crypto'
import type { TestHouse } from '../../support/house.ts'

/** Browsers and programs that speak to the server with what they have in hand, each from an address of its own. */
export function atTheDoor(test: TestHouse) {
  let asked = 0
  const ask = async (method: 'GET' | 'POST' | 'PATCH' | 'DELETE', url: string, token?: string, payload?: object) => {
    const headers = token ? { authorization: `Bearer ${token}` } : {}
    asked += 1
    const remoteAddress = `10.${asked >> 8}.${asked & 255}.7`
    const reply = await test.app.inject({ method, url, headers, remoteAddress, ...(payload && { payload }) })
    return { status: reply.statusCode, body: reply.body.startsWith('{') ? reply.json() : reply.body }
  }
  return {
    ask,
    signIn: (email: string, password: string, code?: string) =>
      ask('POST', '/api/session', undefined, { email, password, ...(code && { code }) }),
  }
}

/** A word that its maker keeps, and what he shows of it. */
export function challengeAndVerifier() {
  const verifier = randomBytes(32).toString('base64url')
  return { verifier, challenge: createHash('sha256').update(verifier).digest('base64url') }
}
