import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { request as ask } from 'node:http'
import { createServer, type Server } from 'node:https'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { ajaxStandIn } from './ajax-stand-in.ts'

/** The names that the browser knows in the tests; whatever else it asks for is not there. */
export const outlookOrigin = 'https://outlook.office.com'
export const lupaOrigin = 'https://lupa.nasza.example'
export const strangerOrigin = 'https://obcy.example'

const library = path.dirname(createRequire(import.meta.url).resolve('@microsoft/office-js/dist/office.js'))

/** All of the internet that the pane in Outlook may meet, on one port of this machine. */
export interface Internet {
  port: number
  /** Every name that was asked for, known or not. */
  asked: Set<string>
  close(): Promise<void>
}

/** Opens it before a running Lupa. Names are told apart by the `Host` header, so nothing leaves the machine. */
export async function openInternet(lupa: string): Promise<Internet> {
  const asked = new Set<string>()
  const hosts: Record<string, (request: IncomingMessage, response: ServerResponse) => void> = {
    'outlook.office.com': emptyPage,
    'obcy.example': emptyPage,
    'lupa.nasza.example': (request, response) => pass(lupa, request, response),
    'appsforoffice.microsoft.com': serveLibrary,
    'ajax.aspnetcdn.com': (_request, response) => answer(response, 'text/javascript', ajaxStandIn),
  }
  const server = createServer(certificate(), (request, response) => {
    const name = request.headers.host ?? ''
    asked.add(name)
    const serve = hosts[name]
    if (serve) serve(request, response)
    else response.writeHead(404).end()
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return { port: (server.address() as AddressInfo).port, asked, close: () => closed(server) }
}

function certificate(): { key: Buffer; cert: Buffer } {
  const folder = mkdtempSync(path.join(tmpdir(), 'lupa-certificate-'))
  try {
    const [key, cert] = ['key.pem', 'cert.pem'].map(name => path.join(folder, name)) as [string, string]
    const words = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=lupa.nasza.example']
    execFileSync('openssl', [...words, '-keyout', key, '-out', cert], { stdio: 'ignore' })
    return { key: readFileSync(key), cert: readFileSync(cert) }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function emptyPage(_request: IncomingMessage, response: ServerResponse) {
  answer(response, 'text/html', '<!doctype html><style>body{margin:0}iframe{border:0;width:100vw;height:100vh}</style>')
}

function serveLibrary({ url = '' }: IncomingMessage, response: ServerResponse) {
  const name = path.normalize(url.split('?')[0]?.replace('/lib/1/hosted', '') ?? '')
  const file = path.join(library, name)
  if (!existsSync(file)) response.writeHead(404).end()
  else answer(response, 'text/javascript', readFileSync(file))
}

function answer(response: ServerResponse, type: string, body: string | Buffer) {
  response.writeHead(200, { 'content-type': `${type}; charset=utf-8`, 'access-control-allow-origin': '*' }).end(body)
}

function pass(lupa: string, request: IncomingMessage, response: ServerResponse) {
  const { hostname, port } = new URL(lupa)
  const onward = ask({ hostname, port, path: request.url, method: request.method, headers: request.headers }, reply => {
    response.writeHead(reply.statusCode ?? 502, reply.headers)
    reply.pipe(response)
  })
  onward.on('error', () => response.destroy())
  request.pipe(onward)
}

function closed(server: Server): Promise<void> {
  server.closeAllConnections()
  return new Promise(resolve => server.close(() => resolve()))
}
