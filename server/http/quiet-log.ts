import type { FastifyRequest } from 'fastify'

/**
 * How requests and errors are written into the log: by the route of the contract and by where in our code it went wrong.
 * An address holds what somebody looked for, and an error's text repeats what was in a mail or in a row.
 */
export const quietly = {
  req: (request: FastifyRequest) => ({
    method: request.method,
    route: request.is404 ? null : (request.routeOptions.url ?? null),
  }),
  res: (reply: { statusCode?: number }) => ({ statusCode: reply.statusCode ?? 0 }),
  err: (error: Error & { code?: string }) => ({
    type: error.name,
    // Named because the logger's type wants it.
    message: '',
    code: error.code,
    stack: (error.stack ?? '')
      .split('\n')
      .filter(line => line.startsWith('    at '))
      .join('\n'),
  }),
}
