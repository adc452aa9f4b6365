import jwt from '@fastify/jwt'
import { Refusal } from '../refusal.ts'
import type { App } from './app-type.ts'

/** An access token lives this long; revoking takes effect at the latest then. */
export const TOKEN_MINUTES = 10

declare module '@fastify/jwt' {
  interface FastifyJWT {
    payload: { sub: string; sid: string }
    user: { sub: string; sid: string }
  }
}

/** Checks the bearer token of every request but those of open routes: one algorithm, our issuer, our audience, not expired. */
export async function checkTokens(app: App, secret: string) {
  const issued = { iss: 'lupa', aud: 'lupa-api' }
  await app.register(jwt, {
    secret,
    sign: { algorithm: 'HS256', expiresIn: `${TOKEN_MINUTES}m`, ...issued },
    verify: {
      algorithms: ['HS256'],
      allowedIss: issued.iss,
      allowedAud: issued.aud,
      requiredClaims: ['exp', 'sub', 'sid'],
    },
  })
  app.addHook('onRequest', async request => {
    const { config, url } = request.routeOptions
    if (request.is404 || !url?.startsWith('/api/') || (config as { open?: boolean }).open) return
    await request.jwtVerify().catch(() => {
      throw new Refusal('not-signed-in')
    })
  })
}
