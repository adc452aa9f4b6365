import jwt from '@fastify/jwt'
import type { FastifyRequest } from 'fastify'
import type { Scope } from '../../shared/access-token.ts'
import { isAccessToken, readAccessToken } from '../identity/access-token.ts'
import { useDownloadTicket } from '../identity/download-ticket.ts'
import { Refusal } from '../refusal.ts'
import type { App } from './app-type.ts'

/** An access token lives this long; a session that is ended ends it sooner, in the database (`enter`). */
const TOKEN_MINUTES = 10

/** Says that a token is one of these and nothing else that our key might ever sign. */
const TYPE = 'at+jwt'

declare module '@fastify/jwt' {
  interface FastifyJWT {
    payload: { sub: string; sid: string }
    user: { sub: string; sid: string }
  }
}

/** What a route says of who may ask (`app-type.ts`). */
interface Demand {
  open?: boolean
  scope?: Scope | 'session'
  ticketed?: boolean
}

/** Checks the bearer of every request but those of open routes: our signed token for a session, or a user's token for programs; a ticket stands for it where one download takes it. */
export async function checkTokens(app: App, secret: string) {
  const issued = { iss: 'lupa', aud: 'lupa-api' }
  await app.register(jwt, {
    secret,
    sign: { algorithm: 'HS256', header: { alg: 'HS256', typ: TYPE }, expiresIn: `${TOKEN_MINUTES}m`, ...issued },
    verify: {
      algorithms: ['HS256'],
      checkTyp: TYPE,
      allowedIss: issued.iss,
      allowedAud: issued.aud,
      requiredClaims: ['exp', 'iss', 'aud', 'sub', 'sid'],
    },
  })
  app.addHook('onRequest', async request => {
    const { config, url } = request.routeOptions
    const demand = config as Demand
    if (request.is404 || !url?.startsWith('/api/') || demand.open) return
    if (demand.ticketed && (await useTicket(app, request))) return
    const word = bearerOf(request)
    if (isAccessToken(word)) await useAccessToken(app, request, word, demand.scope ?? 'session')
    else
      await request.jwtVerify().catch(() => {
        throw new Refusal('not-signed-in')
      })
  })
}

/**
 * Takes a ticket for a token, where a browser comes by itself to save what may be long. It stands at the end of the address,
 * and goes no further than this.
 */
async function useTicket(app: App, request: FastifyRequest): Promise<boolean> {
  const [, path, ticket] = /^(.+)[?&]ticket=([\w-]{43})$/.exec(request.url) ?? []
  // Whoever only asks for the head would spend it for nothing.
  if (!path || !ticket || request.method !== 'GET' || request.headers.authorization) return false
  const { userId, sessionId } = await useDownloadTicket(app.house.database, { ticket, path })
  request.user = { sub: userId, sid: sessionId }
  delete (request.query as { ticket?: string }).ticket
  return true
}

/** The bearer's word, written exactly as it should be: other spellings have got past checks elsewhere. */
function bearerOf(request: FastifyRequest): string {
  const word = /^Bearer ([\w-]+(?:\.[\w-]+\.[\w-]+)?)$/i.exec(request.headers.authorization ?? '')?.[1]
  if (!word) throw new Refusal('not-signed-in')
  return word
}

async function useAccessToken(app: App, request: FastifyRequest, word: string, scope: Scope | 'session') {
  const { id, userId, scopes } = await readAccessToken(app.house.database, word)
  if (scope === 'session' || !scopes.includes(scope)) throw new Refusal('not-allowed')
  request.user = { sub: userId, sid: id }
}
