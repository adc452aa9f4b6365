import type { Input, Output, Route } from '../../shared/route.ts'
import type { HostReply, MailHost } from '../host/mail-host.ts'
import { ApiError, readProblem } from './api-error.ts'
import { type Parts, send } from './send.ts'
import { currentToken, currentUser, renewToken, tellSignedOut } from './session.ts'

/** Nothing to hand over where the route names no parts, or none that it needs. */
type Handed<R extends Route> =
  unknown extends Input<R>
    ? [input?: undefined]
    : { querystring: Record<never, never> } extends Input<R>
      ? [input?: Input<R>]
      : [input: Input<R>]

/**
 * Asks the server along one route of the contract. A token that has run out is renewed once, unseen;
 * a refusal becomes an `ApiError` with its code, no answer one with `offline`.
 */
export async function call<R extends Route>(host: MailHost, route: R, ...[input]: Handed<R>): Promise<Output<R>> {
  const parts: Parts = input ?? {}
  const reply = await sendSignedIn(host, route, parts)
  if (reply.status >= 300) throw readProblem(reply.status, reply.body)
  if (reply.status === 204 || reply.body === '') return undefined as Output<R>
  return (route.produces ? reply.body : JSON.parse(reply.body)) as Output<R>
}

async function sendSignedIn(host: MailHost, route: Route, parts: Parts): Promise<HostReply> {
  if (route.open) return send(host, route, parts, null)
  if (host.signsIn) return toldWhenSignedOut(host, await send(host, route, parts, null))
  const token = currentToken(host) ?? (await renewToken(host, null))
  if (!token) throw new ApiError('not-signed-in')
  const user = currentUser(host)
  const reply = await send(host, route, parts, token)
  // A late no finds somebody else here, in whose name nothing of it is asked again.
  const isOther = () => currentUser(host) !== user
  if (!isSignedOut(reply) || isOther()) return reply
  const renewed = await renewToken(host, token)
  return renewed && !isOther() ? toldWhenSignedOut(host, await send(host, route, parts, renewed)) : reply
}

function toldWhenSignedOut(host: MailHost, reply: HostReply): HostReply {
  if (isSignedOut(reply)) tellSignedOut(host)
  return reply
}

/** A wrong password or code is a no of its own and says nothing about the session. */
function isSignedOut({ status, body }: HostReply): boolean {
  return status === 401 && readProblem(status, body).code === 'not-signed-in'
}
