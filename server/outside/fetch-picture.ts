import { lookup } from 'node:dns/promises'
import http from 'node:http'
import https from 'node:https'
import { isIP } from 'node:net'
import { pictureTypeOf } from './picture-type.ts'
import { isPublicAddress } from './public-address.ts'

/** How the internet is reached; tests put a network of their own in its place. */
export interface Outside {
  resolve: (host: string) => Promise<string[]>
  mayReach: (address: string) => boolean
  mayUsePort: (port: string) => boolean
}

/** The internet: public addresses only, and only the ports on which it serves pages. */
export const internet: Outside = {
  resolve: async host => (await lookup(host, { all: true, verbatim: true })).map(({ address }) => address),
  mayReach: isPublicAddress,
  mayUsePort: port => ['', '80', '443'].includes(port),
}

/** No picture, for whatever reason; what the reason was is told to nobody, or one could look around by it. */
export class NoPicture extends Error {
  override readonly name = 'NoPicture'
}

const MOST_BYTES = 5_000_000
const TIME_MS = 8_000
const MOST_REDIRECTS = 3

/**
 * Fetches a picture that a mail names. The name is resolved once and every address of it is judged; the connection goes
 * to that address and no other, also after a redirect. Nothing of the reader goes along.
 */
export async function fetchPicture(address: string, outside: Outside = internet): Promise<Buffer> {
  const signal = AbortSignal.timeout(TIME_MS)
  try {
    let url = new URL(address)
    for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects += 1) {
      const answer = await ask(url, outside, signal)
      if ('bytes' in answer) return answer.bytes
      url = new URL(answer.location, url)
    }
  } catch (error) {
    throw new NoPicture('no picture', { cause: error })
  }
  throw new NoPicture('redirected for ever')
}

type Answer = { bytes: Buffer } | { location: string }

async function ask(url: URL, outside: Outside, signal: AbortSignal): Promise<Answer> {
  const address = await addressOf(url, outside, signal)
  const reply = await send(url, address, signal)
  try {
    const { statusCode = 0, headers } = reply
    if (statusCode >= 300 && statusCode < 400 && headers.location) return { location: headers.location }
    if (statusCode !== 200) throw new NoPicture(`answered ${statusCode}`)
    if (headers['content-encoding'] && headers['content-encoding'] !== 'identity') throw new NoPicture('packed')
    if (!/^image\/|^application\/octet-stream\b/i.test(headers['content-type'] ?? ''))
      throw new NoPicture('of another type')
    const bytes = await read(reply)
    if (!pictureTypeOf(bytes)) throw new NoPicture('not what it says')
    return { bytes }
  } finally {
    reply.destroy()
  }
}

/** The one address to which the connection goes. One of them that is ours gives the whole name away. */
async function addressOf(url: URL, outside: Outside, signal: AbortSignal): Promise<string> {
  const isPlain = url.username === '' && url.password === ''
  if (!/^https?:$/.test(url.protocol) || !isPlain || !outside.mayUsePort(url.port))
    throw new NoPicture('not an address')
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const addresses = isIP(host) ? [host] : await abortable(outside.resolve(host), signal)
  const [first] = addresses
  if (!first || !addresses.every(outside.mayReach)) throw new NoPicture('not on the internet')
  return first
}

function send(url: URL, address: string, signal: AbortSignal): Promise<http.IncomingMessage> {
  const { request, Agent } = url.protocol === 'https:' ? https : http
  return new Promise((resolve, reject) => {
    const asked = request(url, {
      signal,
      // Of its own, so that no connection that is open already takes the place of the address that was judged.
      agent: new Agent({ keepAlive: false }),
      lookup: (_host, options, done) => {
        const found = { address, family: isIP(address) }
        if (options.all) done(null, [found])
        else done(null, found.address, found.family)
      },
      headers: {
        accept: 'image/png,image/jpeg,image/gif,image/webp',
        'accept-encoding': 'identity',
        'user-agent': 'Mozilla/5.0',
      },
      maxHeaderSize: 16 * 1024,
    })
    asked.on('response', resolve)
    asked.on('error', reject)
    asked.end()
  })
}

async function read(reply: http.IncomingMessage): Promise<Buffer> {
  if (Number(reply.headers['content-length'] ?? 0) > MOST_BYTES) throw new NoPicture('too large')
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of reply as AsyncIterable<Buffer>) {
    size += chunk.byteLength
    if (size > MOST_BYTES) throw new NoPicture('too large')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function abortable<Value>(work: Promise<Value>, signal: AbortSignal): Promise<Value> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(new NoPicture('too slow')), { once: true })
    work.then(resolve, reject)
  })
}
