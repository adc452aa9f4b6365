import { rmSync } from 'node:fs'
import { signIn } from '../../shared/session.ts'
import { lupa } from './command-line.ts'
import { emptyInstallation } from './prepared-folder.ts'

/** The administrator with whom a live server begins. */
export const administrator = { email: 'szefowa@nasza.example', password: 'Hasło szefowej 1' }

/** The very program that a company runs, on a data folder of its own. */
export interface LiveServer {
  origin: string
  stop(): Promise<void>
}

/** Starts a server on an empty folder and a free port, with settings of the test's own; its first user is the administrator. */
export async function startLiveServer(environment: Record<string, string> = {}): Promise<LiveServer> {
  const folder = emptyInstallation('live')
  const run = lupa(['serve'], {
    LUPA_DATA: folder,
    LUPA_ADMIN_EMAIL: administrator.email,
    LUPA_ADMIN_PASSWORD: administrator.password,
    ...environment,
  })
  const [, origin = ''] = await run.says(/Lupa is ready at (http:\S+)/)
  return {
    origin,
    async stop() {
      run.child.kill('SIGTERM')
      await run.ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Someone who asks the server directly, past every page. */
export interface DirectClient {
  post(url: string, body: object): Promise<Record<string, string>>
  patch(url: string, body: object): Promise<Record<string, string>>
  remove(url: string): Promise<void>
  /** Hands a message in as it travelled. */
  handIn(url: string, source: string): Promise<void>
  /** The text of an answer, whatever it is. */
  text(url: string): Promise<string>
}

/** Signs in directly. */
export async function directClient(origin: string, who: { email: string; password: string }): Promise<DirectClient> {
  const { token } = await post(origin, signIn.url, who)
  return {
    post: (url, body) => post(origin, url, body, token),
    patch: (url, body) => post(origin, url, body, token, 'PATCH'),
    async remove(url) {
      const reply = await fetch(`${origin}${url}`, { method: 'DELETE', headers: { authorization: `Bearer ${token}` } })
      if (!reply.ok) throw new Error(`${url} answered ${reply.status}: ${await reply.text()}`)
    },
    async handIn(url, source) {
      const headers = { 'content-type': 'message/rfc822', authorization: `Bearer ${token}` }
      const reply = await fetch(`${origin}${url}`, { method: 'POST', headers, body: source })
      if (!reply.ok) throw new Error(`${url} answered ${reply.status}: ${await reply.text()}`)
    },
    text: async url => (await fetch(`${origin}${url}`, { headers: { authorization: `Bearer ${token}` } })).text(),
  }
}

async function post(
  origin: string,
  url: string,
  body: object,
  token?: string,
  method = 'POST',
): Promise<Record<string, string>> {
  const reply = await fetch(`${origin}${url}`, {
    method,
    headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
    body: JSON.stringify(body),
  })
  const text = await reply.text()
  if (!reply.ok) throw new Error(`${url} answered ${reply.status}: ${text}`)
  return text ? JSON.parse(text) : {}
}
