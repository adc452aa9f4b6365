import { refusals } from '../../shared/refusal.ts'
import type { Route } from '../../shared/route.ts'
import { longestBody } from '../../shared/too-large.ts'
import { codesOf, refusalsOf } from './refusals-of.ts'

type Json = Record<string, unknown>

/** One door of the printed document, as far as it is completed here. */
export interface Operation {
  requestBody?: { content?: Json }
  responses: Json
}

const statuses = [...new Set<number>(Object.values(refusals))]
const bytes: Json = { type: 'string', format: 'binary' }

/** What all operations share: the body of a refusal, and for each status the codes that it comes with. */
export function refusalParts() {
  const answers = statuses.map(status => [nameOf(status), problem(codesOf(status))])
  return {
    schemas: { Problem: problemSchema },
    responses: { ...Object.fromEntries(answers), Refusal: problem(codesOf(500).concat(codesOf(503), codesOf(507))) },
  }
}

/** Adds to an operation what the framework does not read off the contract: bodies and answers of bytes, limits, refusals. */
export function tellRest(operation: Operation, route: Route) {
  if (route.consumes || route.schema.body) operation.requestBody = bodyOf(operation, route)
  operation.responses = { ...answersOf(operation, route) }
  for (const status of refusalsOf(route)) operation.responses[status] = ref(nameOf(status))
  operation.responses.default = ref('Refusal')
}

function bodyOf({ requestBody }: Operation, route: Route): Json {
  const megabytes = longestBody(route.consumes) / 1024 / 1024
  return {
    required: true,
    description: `At most ${megabytes} MB.`,
    content: route.consumes ? { [route.consumes]: { schema: formOf(route.schema) } } : (requestBody?.content ?? {}),
  }
}

function formOf({ form }: Route['schema']): Json {
  if (!form) return bytes
  const { properties } = form as { properties?: Json }
  return { type: 'object', required: ['file'], properties: { file: bytes, ...properties } }
}

function answersOf({ responses }: Operation, { produces, schema }: Route): Json {
  if (!produces) return responses
  const answer = { description: schema.summary, content: { [produces]: { schema: bytes } } }
  return Object.fromEntries(Object.keys(schema.response).map(status => [status, answer]))
}

function problem(codes: string[]): Json {
  const only = { type: 'object', properties: { code: { enum: codes } } }
  const schema = { allOf: [{ $ref: '#/components/schemas/Problem' }, only] }
  return { description: codes.join(', '), content: { 'application/problem+json': { schema } } }
}

const problemSchema = {
  type: 'object',
  required: ['type', 'title', 'status', 'code', 'detail'],
  properties: {
    type: { type: 'string', enum: ['about:blank'] },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string' },
    fields: { type: 'array', items: { type: 'string' } },
    detail: { type: 'string' },
  },
}

function nameOf(status: number): string {
  return `Refusal${status}`
}

function ref(name: string): Json {
  return { $ref: `#/components/responses/${name}` }
}
