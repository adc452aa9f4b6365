import { existsSync } from 'node:fs'
import path from 'node:path'
import fastifyStatic from '@fastify/static'
import type { App } from './app-type.ts'

/** What a page of ours may do: its own scripts and styles, its own server, nothing from elsewhere. */
const policy = policyOf({ scripts: [], servers: [], frames: [`'self'`] })

const ofMicrosoft = ['https://appsforoffice.microsoft.com', 'https://ajax.aspnetcdn.com']

/** The window for signing in talks to Outlook too, but nobody frames a page on which passwords are typed. */
const windowPolicy = policyOf({ scripts: ofMicrosoft, servers: [], frames: [`'none'`] })

/**
 * The same for the pages that Outlook shows. Microsoft wants its library from its own server, which asks for another of
 * Microsoft's; Outlook on the web frames them from these addresses, and a company's own Exchange from its own.
 */
const outlookPolicy = (ownExchange: string[]) =>
  policyOf({
    scripts: ofMicrosoft,
    servers: ['https://login.microsoftonline.com'],
    frames: [
      'https://outlook.office.com',
      'https://outlook.office365.com',
      'https://outlook.cloud.microsoft',
      'https://outlook.live.com',
      'https://*.office.com',
      'https://*.office365.com',
      ...ownExchange,
    ],
  })

/**
 * What the frame may do in which a mail is shown: show words and the pictures that came with it. It runs nothing and loads
 * nothing, whatever the cleaning before it has overlooked; our page fills it, which is why it keeps our origin.
 */
const mailPolicy = [
  `default-src 'none'`,
  'img-src data:',
  `style-src 'unsafe-inline'`,
  `frame-ancestors 'self'`,
  `base-uri 'none'`,
  `form-action 'none'`,
  'sandbox allow-same-origin allow-popups allow-popups-to-escape-sandbox',
].join('; ')

const ofMail = /^\/mail-frame\.html(\?|$)/
const ofOutlook = /^\/outlook(-events)?\.html(\?|$)/
const ofWindow = /^\/outlook-sign-in\.html(\?|$)/

interface Allowed {
  scripts: string[]
  servers: string[]
  frames: string[]
}

function policyOf({ scripts, servers, frames }: Allowed): string {
  return [
    `default-src 'none'`,
    ['script-src', `'self'`, ...scripts].join(' '),
    `style-src 'self'`,
    `img-src 'self' data:`,
    `font-src 'self'`,
    `frame-src 'self'`,
    ['connect-src', `'self'`, ...servers].join(' '),
    ['frame-ancestors', ...frames].join(' '),
    `base-uri 'none'`,
    `form-action 'self'`,
  ].join('; ')
}

function policyFor(url: string, forOutlook: string): string {
  if (ofMail.test(url)) return mailPolicy
  if (ofWindow.test(url)) return windowPolicy
  return ofOutlook.test(url) ? forOutlook : policy
}

/** Headers that every answer carries. */
export function guardAnswers(app: App) {
  const { exchangeOrigins, publicUrl } = app.house.config
  const forOutlook = outlookPolicy(exchangeOrigins)
  app.addHook('onSend', async (request, reply) => {
    reply.header('x-content-type-options', 'nosniff')
    reply.header('referrer-policy', 'no-referrer')
    reply.header('content-security-policy', policyFor(request.url, forOutlook))
    // Only where we know that we are reached by https.
    if (publicUrl) reply.header('strict-transport-security', 'max-age=31536000')
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
    setHeaders(reply, file) {
      // What others name has no hash in its name, so it has to be asked for again after each change.
      if (!file.startsWith(path.join(folder, 'assets'))) reply.header('cache-control', 'no-cache')
    },
  })
  app.get('/', { config: { open: true }, schema: { hide: true } }, (_request, reply) =>
    reply.sendFile('app.html', { maxAge: 0, immutable: false }),
  )
}
