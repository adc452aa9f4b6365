import type { Visit } from './session.ts'

const LONGEST_DEVICE = 200

/** What is known of a request that comes in: the address is the connection's own, or what a proxy that we trust says. */
export function visitOf(
  request: { ip: string; headers: { 'user-agent'?: string | undefined } },
  door: Visit['door'],
): Visit {
  return { door, device: (request.headers['user-agent'] ?? '').slice(0, LONGEST_DEVICE), address: request.ip }
}
