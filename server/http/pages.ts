import { existsSync } from 'node:fs'
import path from 'node:path'
import fastifyStatic from '@fastify/static'
import type { App } from './app-type.ts'

/** What a page of ours may do: its own scripts and styles, its own server, nothing from elsewhere. */
const policy = [
  `default-src 'none'`,
  `script-src 'self'`,
  `style-src 'self'`,
  `img-src 'self' data:`,
  `font-src 'self'`,
  `connect-src 'self'`,
  `frame-ancestors 'self'`,
  `base-uri 'none'`,
  `form-action 'self'`,
].join('; ')

/** Headers that every answer carries. */
export function guardAnswers(app: App) {
  app.addHook('onSend', async (request, reply) => {
    reply.header('x-content-type-options', 'nosniff')
    reply.header('referrer-policy', 'no-referrer')
    reply.header('content-security-policy', policy)
    if (request.url.startsWith('/api/')) reply.header('cache-control', 'no-store')
  })
}

/** Serves the built web application; the address behind `#` is the page's own affair. */
export async function servePages(app: App, folder: string) {
  if (!existsSync(path.join(folder, 'app.html'))) return
  await app.register(fastifyStatic, {
    root: folder,
    index: false,
    maxAge: '1y',
    immutable: true,
    wildcard: false,
    preCompressed: true,
  })
  app.get('/', { config: { open: true }, schema: { hide: true } }, (_request, reply) =>
    reply.sendFile('app.html', { maxAge: 0, immutable: false }),
  )
}
