import type { FastifyInstance, FastifyReply, FastifyRequest, HTTPMethods } from 'fastify'
import type { Input, Output, Route } from '../../shared/route.ts'
import type { Config } from '../config.ts'
import type { Database, Query, Tx } from '../database/work.ts'
import type { Outside } from '../outside/fetch-picture.ts'
import { Refusal } from '../refusal.ts'
import type { BlobStore } from '../storage/blob-store.ts'

/** What the whole application stands on; made once at start, the same in production and in tests. */
export interface House {
  config: Config
  database: Database
  blobs: BlobStore
  /** Where the application's role signs in, for the one connection that listens. */
  appUrl: string
  /** How the internet is reached for the pictures of mails; tests have a network of their own. */
  outside?: Outside
  /** The present moment; tests may stop it. */
  now: () => Date
}

/** The HTTP server with the house it serves. */
export type App = FastifyInstance & { house: House }

/** What a handler gets: its input as the contract says, and the database as the one who asks. */
export type Asked<R extends Route> = Input<R> & {
  /** Id of the one who asks. */
  user: string
  /** The session by which he asks; empty on open routes. */
  session: string
  work<Result>(act: (tx: Tx) => Promise<Result>): Promise<Result>
  read<Result>(act: (query: Query) => Promise<Result>): Promise<Result>
  house: House
  request: FastifyRequest
  reply: FastifyReply
}

type Answer<R extends Route> = R['produces'] extends string ? unknown : Output<R>

/** Mounts one route of the contract. */
export function serve<const R extends Route>(app: App, route: R, handler: (asked: Asked<R>) => Promise<Answer<R>>) {
  app.route({
    method: route.method as HTTPMethods,
    url: route.url,
    schema: openApi(route),
    config: {
      open: route.open ?? false,
      scope: route.scope ?? (route.method === 'GET' ? 'read' : 'write'),
      ticketed: route.ticketed ?? false,
      consumes: route.consumes ?? 'application/json',
      ...(route.triesPerMinute && { rateLimit: { max: route.triesPerMinute, timeWindow: '1 minute' } }),
    },
    handler: async (request, reply) => {
      const { user, session } = route.open ? nobody : signedIn(request)
      // Everything that a handler asks of the database it asks within the session.
      const database = session ? app.house.database.within(session) : app.house.database
      const asked = {
        params: request.params,
        querystring: request.query,
        body: request.body,
        user,
        session,
        work: (act: (tx: Tx) => Promise<unknown>) => database.work(user || null, act),
        read: (act: (query: Query) => Promise<unknown>) => database.read(user, act),
        house: { ...app.house, database },
        request,
        reply,
      } as unknown as Asked<R>
      const first = Number(Object.keys(route.schema.response)[0])
      if (reply.statusCode === 200) reply.code(first)
      const answer = await handler(asked)
      return answer === undefined && first === 204 ? reply.send() : answer
    },
  })
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const nobody = { user: '', session: '' }

function signedIn(request: FastifyRequest): { user: string; session: string } {
  const who = request.user as { sub?: string; sid?: string } | undefined
  // Anything else would pass by the look whether the session is still there.
  if (!who?.sub || !who.sid || !uuid.test(who.sub) || !uuid.test(who.sid)) throw new Refusal('not-signed-in')
  return { user: who.sub, session: who.sid }
}

/** The parts of the schema that Fastify validates and serialises; what else OpenAPI tells is put in afterwards (`open-api.ts`). */
function openApi(route: Route): Record<string, unknown> {
  const { response, form: _form, ...schema } = route.schema
  return { ...schema, ...(!route.produces && { response }), security: securityOf(route) }
}

function securityOf({ open, ticketed }: Route): Record<string, []>[] {
  if (open) return []
  return ticketed ? [{ bearer: [] }, { ticket: [] }] : [{ bearer: [] }]
}
