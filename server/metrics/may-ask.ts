import { createHash, timingSafeEqual } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import type { Metrics } from '../config.ts'

const here = ['127.0.0.1', '::1', '::ffff:127.0.0.1']
/** What a proxy adds: the request comes from elsewhere, though its last step began on this machine. */
const signsOfProxy = ['forwarded', 'x-forwarded-for', 'x-forwarded-proto', 'x-forwarded-host', 'x-real-ip', 'via']

/** Whether somebody may read the figures: by the token, or from this very machine, whichever was set up. */
export function mayAsk(metrics: Metrics | null, request: Pick<FastifyRequest, 'headers' | 'socket'>): boolean {
  if (metrics === null) return false
  if (metrics === 'loopback')
    return here.includes(request.socket.remoteAddress ?? '') && signsOfProxy.every(name => !(name in request.headers))
  const given = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1]
  return given !== undefined && timingSafeEqual(digest(given), digest(metrics.token))
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
