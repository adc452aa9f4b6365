import { type LookupAddress, lookup } from 'node:dns'
import { once } from 'node:events'
import http from 'node:http'
import https from 'node:https'
import { type BlockList, isIP } from 'node:net'
import { isAllowedAddress, isOwnNetwork } from './allowed-address.ts'
import { WebhookTrouble } from './webhook-trouble.ts'

const PATIENCE_MS = 10_000

/** What goes out. */
export interface Posting {
  url: string
  headers: Record<string, string>
  body: string
  /** Networks of the company's own that were opened for this. */
  networks: BlockList | null
  /** Who knows the addresses of names: the system, unless a test says otherwise. */
  resolve?: typeof lookup
}

/**
 * Hands a body to a target, and answers its status; follows no redirection and reads nothing of the answer. The address is
 * judged where it is connected to, so that no name can mean another one a moment later.
 */
export async function postGuarded({ url, headers, body, networks, resolve = lookup }: Posting): Promise<number> {
  const target = new URL(url)
  const isPlain = target.protocol === 'http:'
  const judge = (address: string) => {
    if (!isAllowedAddress(address, networks)) return new WebhookTrouble('private-address')
    return isPlain && !isOwnNetwork(address, networks) ? new WebhookTrouble('not-encrypted') : null
  }
  const literal = target.hostname.replace(/^\[|\]$/g, '')
  const refusal = isIP(literal) ? judge(literal) : null
  if (refusal) throw refusal
  const limit = AbortSignal.timeout(PATIENCE_MS)
  const request = (isPlain ? http : https).request(target, {
    method: 'POST',
    headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) },
    // A connection that is kept would outlive the judgement of its address.
    agent: false,
    signal: limit,
    lookup: (host, options, done) => {
      resolve(host, { ...options, all: true }, (error, addresses) => {
        const no = error ?? addresses.map(one => judge(one.address)).find(Boolean)
        if (no) return done(no, '', 4)
        const [first = { address: '', family: 4 }] = addresses as LookupAddress[]
        return options.all ? done(null, addresses as never, 4) : done(null, first.address, first.family)
      })
    },
  })
  try {
    const answered = once(request, 'response') as Promise<[http.IncomingMessage]>
    request.end(body)
    const [response] = await answered
    response.destroy()
    return response.statusCode ?? 0
  } catch (error) {
    throw troubleOf(error as Error & { code?: string }, limit)
  } finally {
    request.on('error', () => {})
    request.destroy()
  }
}

function troubleOf(error: Error & { code?: string }, limit: AbortSignal): WebhookTrouble {
  if (error instanceof WebhookTrouble) return error
  if (limit.aborted) return new WebhookTrouble('silent', error)
  const isCertificate = /CERT|SELF_SIGNED|UNABLE_TO_|ALTNAME|ERR_TLS/.test(error.code ?? '')
  return new WebhookTrouble(isCertificate ? 'certificate' : 'unreachable', error)
}
