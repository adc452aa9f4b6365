import { rmSync } from 'node:fs'
import path from 'node:path'
import { buildApp } from '../../server/app.ts'
import { readConfig } from '../../server/config.ts'
import type { App } from '../../server/http/app-type.ts'
import { createFirstUser } from '../../server/identity/first-user.ts'
import { openHouse } from '../../server/start.ts'
import type { Received } from '../../shared/message.ts'
import { freshDataFolder } from '../support/data-folder.ts'

/** Somebody signed in, who knows the server only by its HTTP interface. */
export interface Client {
  ask<Answer>(method: 'GET' | 'POST' | 'PATCH', url: string, body?: object): Promise<Answer>
  /** Hands in a message and waits until it has been read. */
  hand(source: Buffer, query?: string): Promise<Received>
}

/** An empty server of its own whose clock follows the story. */
export interface World {
  administrator: Client
  signIn(email: string, password: string): Promise<Client>
  setClock(now: Date): void
  close(): Promise<void>
}

const ADMINISTRATOR = {
  LUPA_ADMIN_EMAIL: 'administrator@forma-front.example',
  LUPA_ADMIN_PASSWORD: 'a password that is long',
}
const PATIENCE = { tries: 100, waitMs: 100 }

/** Opens the real server on an empty database in a folder that goes with it. Settings come from the environment, the database never. */
export async function openWorld(begin: Date): Promise<World> {
  const folder = freshDataFolder('truth')
  let now = begin
  const config = readConfig({
    LUPA_LOG: 'silent',
    ...process.env,
    ...ADMINISTRATOR,
    DATABASE_URL: undefined,
    DATABASE_APP_URL: undefined,
    LUPA_DATA: path.join(folder, 'data'),
  })
  const { house, secrets, close } = await openHouse(config)
  const world = { ...house, now: () => now }
  await createFirstUser(world)
  const app = await buildApp(world, secrets.tokenSecret)
  const signIn = (email: string, password: string) => enter(app, email, password)
  return {
    administrator: await signIn(ADMINISTRATOR.LUPA_ADMIN_EMAIL, ADMINISTRATOR.LUPA_ADMIN_PASSWORD),
    signIn,
    setClock(moment) {
      now = moment
    },
    async close() {
      await app.close()
      await close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function enter(app: App, email: string, password: string): Promise<Client> {
  const session = await app.inject({ method: 'POST', url: '/api/session', payload: { email, password } })
  if (session.statusCode !== 200) throw new Error(`${email} cannot sign in: ${session.body}`)
  const authorization = `Bearer ${session.json<{ token: string }>().token}`

  return {
    async ask<Answer>(method: 'GET' | 'POST' | 'PATCH', url: string, body?: object) {
      const reply = await app.inject({ method, url, headers: { authorization }, ...(body && { payload: body }) })
      if (reply.statusCode >= 300) throw new Error(`${method} ${url}: ${reply.statusCode} ${reply.body}`)
      return reply.json<Answer>()
    },
    async hand(source, query = '') {
      const headers = { authorization, 'content-type': 'message/rfc822' }
      for (let tries = 0; tries < PATIENCE.tries; tries += 1) {
        const reply = await app.inject({ method: 'POST', url: `/api/messages${query}`, headers, payload: source })
        if (reply.statusCode >= 300) throw new Error(`message refused: ${reply.statusCode} ${reply.body}`)
        const received = reply.json<Received>()
        if (received.action !== 'pending') return received
        await new Promise(resolve => setTimeout(resolve, PATIENCE.waitMs))
      }
      throw new Error('the message is still being read')
    },
  }
}
