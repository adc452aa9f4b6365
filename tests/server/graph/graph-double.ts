import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

interface Stored {
  sequence: number
  user: string
  folder: string
  id: string
  source: string
  receivedAt: string
  isGone: boolean
  categories: string[]
}

interface Subscribed {
  id: string
  resource: string
  notificationUrl: string
  lifecycleNotificationUrl: string
  clientState: string
  expirationDateTime: string
}

const PAGE = 2
const WEEK_MS = 10_080 * 60_000

/**
 * A small Microsoft 365: tokens, mail folders with deltas, raw messages, subscriptions with their validation, and the
 * troubles that the real one makes. Written after the public documentation of Microsoft Graph; it is not the real one.
 */
export class GraphDouble {
  readonly asked: string[] = []
  readonly subscriptions: Subscribed[] = []
  /** The next so many questions are answered 429. */
  throttle = 0
  /** The next so many notifications are lost. */
  drop = 0
  /** Delta tokens below are forgotten (410). */
  forgetBefore = 0
  /** Every token given so far is refused (401). */
  private tokenAge = 0
  /** How often raw mail breaks off in the middle. */
  breaks = 0
  denied = false
  /** Hears each question for a token. */
  onToken: (form: URLSearchParams) => void = () => {}
  /** The application may read only. */
  isReadOnly = false
  secret = 'tajne'
  /** By what numbers the application is refused, if it is. */
  refusals: number[] = []
  /** What the token says that the application may do; a token without is no JWT. */
  roles: string[] | null = null
  /** The most questions about one mailbox at the same time. */
  most = 0
  private now = 0
  private readonly stored: Stored[] = []
  /** Folders whose deltas tell of new mail only, and not of changed one. */
  private readonly createdOnly = new Set<string>()
  private readonly server = createServer((request, response) => void this.answer(request, response))

  async listen(): Promise<string> {
    await new Promise<void>(resolve => this.server.listen(0, '127.0.0.1', resolve))
    return this.origin
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`
  }

  close() {
    this.server.closeAllConnections()
    this.server.close()
  }

  /** A mail arrives, and whoever subscribed is told. */
  async deliver(user: string, folder: string, id: string, source: string, receivedAt = new Date()) {
    const sequence = this.stored.length + 1
    this.stored.push({
      sequence,
      user,
      folder,
      id,
      source,
      receivedAt: receivedAt.toISOString(),
      isGone: false,
      categories: [],
    })
    const resource = `users/${user}/mailFolders('${folder}')/messages`
    for (const one of this.subscriptions.filter(subscribed => subscribed.resource === resource)) {
      if (this.drop > 0) this.drop -= 1
      else await this.tell(one.notificationUrl, { subscriptionId: one.id, clientState: one.clientState })
    }
  }

  /** A person, or a program, gives a mail categories. */
  categorise(id: string, categories: string[]) {
    for (const one of this.stored)
      if (one.id === id) {
        one.categories = categories
        if (!this.createdOnly.has(`${one.user} ${one.folder}`)) one.sequence = this.stored.length + this.asked.length
      }
  }

  categoriesOf(id: string): string[] {
    return this.stored.find(one => one.id === id)?.categories ?? []
  }

  expunge(id: string) {
    for (const one of this.stored) if (one.id === id) one.isGone = true
  }

  refuseTokens() {
    this.tokenAge += 1
  }

  /** Tells every subscriber about its subscription; a removed one is gone. */
  async lifecycle(lifecycleEvent: 'missed' | 'subscriptionRemoved' | 'reauthorizationRequired') {
    const all = [...this.subscriptions]
    if (lifecycleEvent === 'subscriptionRemoved') this.subscriptions.length = 0
    for (const one of all) {
      const { id: subscriptionId, clientState } = one
      await this.tell(one.lifecycleNotificationUrl, { subscriptionId, clientState, lifecycleEvent })
    }
  }

  async tell(url: string, notification: object): Promise<number> {
    const body = JSON.stringify({ value: [notification] })
    return (await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body })).status
  }

  private async answer(request: IncomingMessage, response: ServerResponse) {
    this.now += 1
    this.most = Math.max(this.most, this.now)
    try {
      const url = new URL(request.url ?? '/', this.origin)
      this.asked.push(`${request.method} ${url.pathname}`)
      const body = await text(request)
      if (url.pathname.endsWith('/oauth2/v2.0/token')) return this.giveToken(new URLSearchParams(body), response)
      if (request.headers.authorization !== `Bearer token-${this.tokenAge}`) return send(response, 401)
      if (this.throttle > 0) {
        this.throttle -= 1
        return send(response, 429, undefined, { 'retry-after': '0' })
      }
      if (this.denied) return send(response, 403, { error: { code: 'ErrorAccessDenied' } })
      if (url.pathname.startsWith('/v1.0/subscriptions')) return await this.subscribe(request, url, body, response)
      if (request.method === 'PATCH') return this.change(url, body, response)
      return this.readMail(url, response)
    } finally {
      this.now -= 1
    }
  }

  private giveToken(form: URLSearchParams, response: ServerResponse) {
    this.onToken(form)
    if (form.get('client_secret') !== this.secret || form.get('grant_type') !== 'client_credentials')
      return send(response, 401, { error: 'invalid_client', error_codes: [7000215] })
    if (this.refusals.length > 0) return send(response, 400, { error: 'unauthorized', error_codes: this.refusals })
    const facts = Buffer.from(JSON.stringify({ roles: this.roles })).toString('base64url')
    const token = this.roles ? `e30.${facts}.` : `token-${this.tokenAge}`
    send(response, 200, { access_token: token, expires_in: 3599 })
  }

  private readMail(url: URL, response: ServerResponse) {
    const parts = url.pathname.split('/').map(decodeURIComponent)
    const user = parts[3] ?? ''
    if (parts[4] === 'messages' && url.searchParams.get('$select') === 'categories')
      return send(response, 200, { categories: this.categoriesOf(parts[5] ?? '') })
    if (parts[4] === 'messages' && parts.length === 5) return this.findMail(user, url, response)
    if (parts[4] === 'messages') return this.giveSource(user, parts[5] ?? '', response)
    const folder = parts[5] ?? ''
    if (url.searchParams.get('changeType') === 'created') this.createdOnly.add(`${user} ${folder}`)
    if (!['inbox', 'sentitems'].includes(folder)) return send(response, 404)
    const delta = url.searchParams.get('$deltatoken')
    const from = Number(delta ?? url.searchParams.get('$skiptoken') ?? 0)
    if (delta !== null && from < this.forgetBefore) return send(response, 410, { error: { code: 'SyncStateNotFound' } })
    const rest = this.stored.filter(one => one.user === user && one.folder === folder && one.sequence > from)
    const page = rest.slice(0, PAGE)
    const at = page.at(-1)?.sequence ?? from
    const link = (name: string) => `${url.origin}${url.pathname}?${new URLSearchParams({ [name]: String(at) })}`
    send(response, 200, {
      value: page.map(one => ({
        id: one.id,
        receivedDateTime: one.receivedAt,
        ...(one.isGone && { '@removed': { reason: 'deleted' } }),
      })),
      ...(rest.length > PAGE ? { '@odata.nextLink': link('$skiptoken') } : { '@odata.deltaLink': link('$deltatoken') }),
    })
  }

  /** Messages with one Message-ID, as the filter asks. */
  private findMail(user: string, url: URL, response: ServerResponse) {
    const filter = /^internetMessageId eq '(<(?:[^']|'')*>)'$/.exec(url.searchParams.get('$filter') ?? '')
    if (!filter) return send(response, 400, { error: { code: 'BadRequest' } })
    const wanted = filter[1]?.replaceAll("''", "'") ?? ''
    const value = this.stored.filter(one => one.user === user && !one.isGone && one.source.includes(wanted))
    send(response, 200, { value: value.map(({ id }) => ({ id })) })
  }

  private change(url: URL, body: string, response: ServerResponse) {
    if (this.isReadOnly) return send(response, 403, { error: { code: 'ErrorAccessDenied' } })
    this.categorise(decodeURIComponent(url.pathname.split('/')[5] ?? ''), JSON.parse(body).categories)
    send(response, 200, {})
  }

  private giveSource(user: string, id: string, response: ServerResponse) {
    const one = this.stored.find(stored => stored.user === user && stored.id === id)
    if (!one || one.isGone) return send(response, 404)
    const bytes = Buffer.from(one.source)
    response.writeHead(200, { 'content-length': bytes.byteLength })
    if (this.breaks === 0) return response.end(bytes)
    this.breaks -= 1
    response.write(bytes.subarray(0, bytes.byteLength / 2), () => response.destroy())
  }

  private async subscribe(request: IncomingMessage, url: URL, body: string, response: ServerResponse) {
    const asked = JSON.parse(body) as Subscribed
    if (Date.parse(asked.expirationDateTime) > Date.now() + WEEK_MS) return send(response, 400)
    if (request.method === 'PATCH') {
      const known = this.subscriptions.find(one => one.id === url.pathname.split('/').at(-1))
      if (!known) return send(response, 404)
      known.expirationDateTime = asked.expirationDateTime
      return send(response, 200, known)
    }
    for (const place of [asked.notificationUrl, asked.lifecycleNotificationUrl])
      if (!(await isValid(place))) return send(response, 400, { error: { code: 'ValidationError' } })
    const fresh = { ...asked, id: crypto.randomUUID() }
    this.subscriptions.push(fresh)
    send(response, 201, fresh)
  }
}

/** Asks an address whether it wants notifications: it has to give back an odd token as plain text. */
async function isValid(url: string): Promise<boolean> {
  const token = `Validation: ąę+/= ${crypto.randomUUID()}`
  const address = `${url}?validationToken=${encodeURIComponent(token)}`
  const headers = { 'content-type': 'text/plain; charset=utf-8' }
  const reply = await fetch(address, { method: 'POST', headers }).catch(() => null)
  if (!reply) return false
  const type = reply.headers.get('content-type') ?? ''
  return reply.status === 200 && type.startsWith('text/plain') && (await reply.text()) === token
}

function send(response: ServerResponse, status: number, body?: object, headers: Record<string, string> = {}) {
  response.writeHead(status, { 'content-type': 'application/json', ...headers })
  response.end(body ? JSON.stringify(body) : undefined)
}
