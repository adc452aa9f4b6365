import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { type Problem, type RefusalCode, refusals } from '../../shared/refusal.ts'
import { refusalsEn } from '../../shared/refusal-en.ts'
import { refusalsPl } from '../../shared/refusal-pl.ts'
import { tooLarge } from '../../shared/too-large.ts'
import { Refusal } from '../refusal.ts'
import { asRefusal } from '../refusal-of.ts'
import type { App } from './app-type.ts'
import { languageOf } from './language.ts'

const sentences = { pl: refusalsPl, en: refusalsEn }

/** Refusals by which somebody shows that he tries doors; what is merely wrong or not there would fill the log. */
const atTheDoor = new Set<RefusalCode>([
  'not-signed-in',
  'wrong-password',
  'wrong-code',
  'identity-unknown',
  'password-needed',
  'ticket-spent',
  'not-allowed',
  'too-many',
])

/** Answers every refusal as `application/problem+json`; what is not a refusal is a bug, is logged, and says no more than that. */
export function answerErrors(app: App) {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const refusal = asRefusal(error)
    if (refusal.code === 'internal') request.log.error({ err: error }, 'unexpected error')
    else if (atTheDoor.has(refusal.code)) request.log.warn(whatOf(request, refusal), 'refused')
    return refuse(request, reply, refusal)
  })
  // A door that is not in the contract at all: whoever knocks may be an add-in that is newer than this server, and says so.
  app.setNotFoundHandler((request: FastifyRequest, reply) =>
    refuse(request, reply, new Refusal(request.url.startsWith('/api/') ? 'method-not-allowed' : 'not-found')),
  )
}

/** Which door, who and from where; nothing of what was typed, and the address as the contract writes it. */
function whatOf({ method, routeOptions, ip, user }: FastifyRequest, { code }: Refusal) {
  return { code, method, route: routeOptions.url, ip, user: (user as { sub?: string } | null)?.sub ?? null }
}

/** Every door has a largest body of its own; what is too long within a body is said by the field that names it. */
function sentenceOf({ routeOptions }: FastifyRequest, { code, fields }: Refusal, language: 'pl' | 'en'): string {
  const { consumes } = (routeOptions.config ?? {}) as { consumes?: string }
  const isBody = code === 'too-large' && fields.every(field => field === 'body')
  return isBody ? tooLarge(consumes, language) : sentences[language][code]
}

function refuse(request: FastifyRequest, reply: FastifyReply, refusal: Refusal) {
  const status = refusals[refusal.code]
  const language = languageOf(request.headers['accept-language'])
  const problem: Problem = {
    type: 'about:blank',
    title: refusal.code,
    status,
    code: refusal.code,
    detail: sentenceOf(request, refusal, language),
  }
  if (refusal.fields.length > 0) problem.fields = refusal.fields
  // Bytes that were not there may have been announced already; the refusal is no file to be saved in their place.
  reply.removeHeader('content-disposition').raw.removeHeader('content-disposition')
  reply.header('content-language', language).header('vary', 'accept-language')
  return reply.code(status).type('application/problem+json').serializer(JSON.stringify).send(problem)
}
